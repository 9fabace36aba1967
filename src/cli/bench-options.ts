import { type Command, Option } from 'commander';
import type { BudgetLimits } from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { type EndpointOptions, withEndpointOptions } from './endpoint-options.ts';

/** The options of `factprobe bench` as they are typed. */
export interface BenchOptions extends EndpointOptions {
  readonly questions: string;
  readonly languages: string;
  readonly humanLanguage: 'en' | 'zh' | 'all';
  readonly limit?: string;
  readonly mode: 'chat' | 'thinking';
  readonly samples: string;
  readonly seed?: string;
  readonly concurrency: string;
  readonly model?: string;
  readonly judge: string;
  readonly judgeApiKeyEnv?: string;
  readonly retries: string;
  readonly maxRequests?: string;
  readonly maxTokensTotal?: string;
  readonly failUnder?: string;
  readonly out?: string;
  readonly resume?: string | true;
  readonly format: 'text' | 'json';
}

/** Adds the options to a command. */
export function withBenchOptions(command: Command): Command {
  return withEndpointOptions(
    command
      .option(
        '--questions <file>',
        'a question set: JSON Lines, a .factqa sheet, or our own starter',
        'starter',
      )
      .option('--languages <list>', 'auto: those of the working directory; all; or names, by commas', 'auto')
      .addOption(
        new Option('--human-language <name>', 'of the questions').choices(['en', 'zh', 'all']).default('all'),
      )
      .option('--limit <n>', 'questions at most')
      .addOption(
        new Option('--mode <mode>', 'how the model answers').choices(['chat', 'thinking']).default('chat'),
      )
      .option('--samples <n>', 'answers to each question', '1')
      .option('--seed <n>', 'for the choice of questions and for the server')
      .option('--concurrency <n>', 'requests in flight at most', '4')
      .option('--model <name>', "the model (default: the server's only one)")
      .option('--judge <name[@url]>', 'a model that grades what rules cannot', 'rules')
      .option(
        '--judge-api-key-env <name>',
        'the environment variable that holds the key of a judge elsewhere',
      )
      .option('--retries <n>', 'requests beyond the first, for an answer and for a grade', '2')
      .option('--max-requests <n>', 'requests of this run at most, answers and grades together')
      .option('--max-tokens-total <n>', 'tokens of this run at most, prompts and replies together')
      .option('--fail-under <f=x>', 'end with 1 when the F-score is below x, from 0 to 1')
      .option('--out <file>', 'the run file (default: named by model and time)')
      .option('--resume [file]', 'go on with a run file (default: that of --out)')
      .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text')),
  );
}

/** A whole number that an option takes. Throws a `FactprobeError` when the text is none, or is below the least. */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < least) {
    throw new FactprobeError(message('cli.bad-number', { option, least, value: text }));
  }
  return number;
}

/** What the run may spend. */
export function budgetOf({ maxRequests, maxTokensTotal }: BenchOptions): BudgetLimits {
  const limit = (option: string, text: string | undefined) =>
    text === undefined ? null : wholeNumber(option, text, 1);
  return {
    requests: limit('--max-requests', maxRequests),
    tokens: limit('--max-tokens-total', maxTokensTotal),
  };
}

/** The F-score that a run must reach, or `undefined` when none was asked for. */
export function leastScore({ failUnder }: BenchOptions): number | undefined {
  if (failUnder === undefined) return undefined;
  const value = Number(/^f=(.+)$/i.exec(failUnder)?.[1] ?? Number.NaN);
  if (!(value >= 0 && value <= 1))
    throw new FactprobeError(message('cli.bad-fail-under', { value: failUnder }));
  return value;
}
