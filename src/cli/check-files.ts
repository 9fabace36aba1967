import { availableParallelism } from 'node:os';
import type { BriefCheck, CheckedFile, Finding, UnchangedFiles } from '../core/claims/index.ts';
import { CancelledError, FactprobeError, type Message, message } from '../core/platform/index.ts';
import type { CheckReport, FileFindings, SkippedFile } from '../core/report/index.ts';
import { type LanguageId, languageOfFile } from '../core/source/index.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { CommandContext } from './command-context.ts';
import { nameOf } from './path-name.ts';

/** What checking files needs. */
export interface Checking {
  readonly engine: WorkerPool;
  /** Whether examples of comments are run. */
  readonly runsExamples: boolean;
  /** The findings of a file that count. */
  readonly select: (findings: readonly Finding[], path: string) => readonly Finding[];
  readonly context: CommandContext;
  /** What is known of files that did not change; absent where more is wanted than what is false by rules. */
  readonly unchanged: UnchangedFiles | undefined;
}

type Checked = Pick<BriefCheck, 'claims' | 'documented' | 'findings' | 'skipped'>;

/** Checks files, as many at once as the engine has threads; tells how far it is on a terminal. */
export async function checkFiles(files: readonly string[], checking: Checking): Promise<CheckReport> {
  const { terminal } = checking.context;
  const results = new Map<string, FileFindings>();
  const skipped: SkippedFile[] = [];
  const counts = { files: 0, claims: 0, documented: 0 };
  let done = 0;
  const add = (path: string, checked: Checked) => {
    done++;
    terminal.progress(`${done}/${files.length} ${nameOf(path)}`);
    if (checked.skipped !== undefined) {
      skipped.push({ file: nameOf(path), reason: checked.skipped });
      return;
    }
    counts.files++;
    counts.documented += checked.documented;
    counts.claims += checked.claims;
    const findings = checking.select(checked.findings, path);
    if (findings.length > 0) results.set(path, { file: nameOf(path), path, findings });
  };
  // Few at a time: the engine gives each to the thread that has the least to do, and files differ in length.
  const waiting = files.values();
  const lane = async () => {
    for (const path of waiting) add(path, await checkOne(path, checking));
  };
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, lane));
  await checking.unchanged?.write(checking.context.signal);
  terminal.progress('');
  const findings = files.flatMap((path) => results.get(path) ?? []);
  skipped.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ...counts, findings, skipped };
}

async function checkOne(path: string, checking: Checking): Promise<Checked> {
  const language = languageOfFile(path);
  if (language === undefined) return withoutClaims(message('workspace.skipped.language'));
  const { unchanged, context } = checking;
  const known = await unchanged?.find(path, language);
  if (known !== undefined) return known;
  try {
    if (unchanged === undefined) return await checkWhole(path, language.id, checking);
    const checked = await checkFalse(path, language.id, checking);
    unchanged.add(path, language, checked);
    return checked;
  } catch (error) {
    if (error instanceof FactprobeError) return withoutClaims(error.text);
    if (error instanceof CancelledError || !(error instanceof Error)) throw error;
    // One file must not take the results of all others with it.
    context.terminal.tell(error.stack ?? error.message);
    const problem = error.message.split('\n')[0] ?? '';
    return withoutClaims(message('workspace.skipped.failed', { problem }));
  }
}

function withoutClaims(skipped: Message): Checked {
  return { findings: [], claims: 0, documented: 0, skipped };
}

async function checkWhole(
  path: string,
  languageId: LanguageId,
  { engine, context, runsExamples }: Checking,
): Promise<Checked> {
  const job = { type: 'check', path, languageId, text: null, runsExamples } as const;
  const checked: CheckedFile = await engine.run(job, { key: path, signal: context.signal });
  return { ...checked, claims: checked.findings.length };
}

function checkFalse(
  path: string,
  languageId: LanguageId,
  { engine, context }: Checking,
): Promise<BriefCheck> {
  return engine.run({ type: 'check-briefly', path, languageId }, { key: path, signal: context.signal });
}
