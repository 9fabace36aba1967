import { type Command, Option } from 'commander';
import { claimKinds, type Finding } from '../core/claims/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';

const formats = ['text', 'json', 'sarif', 'markdown'] as const;

/** The options of `factprobe check` as they are typed. */
export interface CheckOptions {
  readonly changed?: string;
  readonly generated?: true;
  readonly kinds?: string;
  readonly runExamples?: true;
  readonly all?: true;
  readonly format: (typeof formats)[number];
  readonly minConfidence?: string;
  readonly model: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** Adds the options to a command. */
export function withCheckOptions(command: Command): Command {
  return command
    .addOption(changedOption())
    .option('--generated', "only claims with lines that were committed with an agent's co-author trailer")
    .option('--kinds <list>', `only these kinds of claim, separated by commas (${claimKinds.join(', ')})`)
    .option('--run-examples', 'run the examples of comments: they do what the code of the files does')
    .option('--all', 'show supported and unverified claims too')
    .option('--min-confidence <x>', 'only findings at least that sure, from 0 to 1')
    .addOption(new Option('--format <format>', 'how to print').choices(formats).default('text'))
    .option('--baseline <file>', 'leave out the findings of this file, and do not count them')
    .option('--write-baseline <file>', 'write what is false now into this file')
    .option('--model <name>', 'none: rules alone, no network', 'none');
}

/** Its value stands behind `=` alone, and the help says so: `--changed src` checks what changed in src. */
function changedOption(): Option {
  const option = new Option(
    '--changed [ref]',
    'only claims with lines that differ from a commit (default: HEAD)',
  );
  option.flags = '--changed[=ref]';
  return option;
}

/** Gives a bare `--changed` its value, so that it doesn't take the path behind it for one. */
export function withChangedValue(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  const isOption = (index: number) => end < 0 || index < end;
  return words.map((word, index) => (word === '--changed' && isOption(index) ? '--changed=HEAD' : word));
}

/** Which findings the options ask for. */
export type Selection = (finding: Finding) => boolean;

/** Reads what the options select. Throws a `FactprobeError` for a value that none of them takes. */
export function readSelection(options: CheckOptions): Selection {
  if (options.model !== 'none') throw new FactprobeError(message('cli.model-not-connected'));
  if (options.writeBaseline !== undefined && (options.changed !== undefined || options.generated === true)) {
    throw new FactprobeError(message('cli.baseline-of-changes'));
  }
  const kinds = options.kinds?.split(',').map((kind) => kind.trim());
  const unknown = kinds?.find((kind) => !claimKinds.some((known) => known === kind));
  if (unknown !== undefined) {
    throw new FactprobeError(message('cli.unknown-kind', { kind: unknown, kinds: claimKinds.join(', ') }));
  }
  const least = options.minConfidence === undefined ? 0 : Number(options.minConfidence);
  if (!(least >= 0 && least <= 1)) {
    throw new FactprobeError(message('cli.bad-confidence', { value: options.minConfidence ?? '' }));
  }
  return ({ kind, verdict, confidence }) =>
    (kinds === undefined || kinds.includes(kind)) &&
    (options.all === true || verdict === 'contradicted') &&
    (verdict !== 'contradicted' || confidence >= least);
}
