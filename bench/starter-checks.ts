import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError, runScript } from '../scripts/host/plain-error.ts';
import {
  type QuestionCheck,
  type QuestionSet,
  readCheck,
  readQuestions,
} from '../src/core/benchmark/index.ts';
import { createRenderer } from '../src/node/catalogue.ts';
import { sha256 } from '../src/node/hash.ts';

// Runs the check of every fact of a question sheet, each in a folder of its own, and prints whether it is proven.
// npm run bench:starter-checks -- [--timeout SECONDS] [--only CLUSTER] [SHEET]
type State = 'proven' | 'failed' | 'toolchain missing';

interface Outcome {
  readonly state: State;
  /** What was printed instead, or which tool is missing; empty when the fact is proven. */
  readonly why: string;
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { timeout: { type: 'string', default: '180' }, only: { type: 'string' } },
  });
  const seconds = Number(values.timeout);
  if (!(seconds > 0)) throw new PlainError(`--timeout takes seconds, not ${values.timeout}.`);
  const { questions, problems } = await readSheet(positionals[0] ?? 'questions/starter.factqa');
  const chosen = questions.filter(({ cluster }) => values.only === undefined || cluster === values.only);
  if (chosen.length === 0) throw new PlainError(`The sheet has no question of the cluster ${values.only}.`);
  const checks = new Map(chosen.map(({ cluster, check }) => [cluster, check]));
  const counts: Record<State, number> = { proven: 0, failed: 0, 'toolchain missing': 0 };
  for (const [cluster, check] of checks) {
    const began = performance.now();
    const { state, why } = await prove(check === undefined ? undefined : readCheck(check), seconds);
    counts[state] += 1;
    const time = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${cluster.padEnd(24)} ${time.padStart(6)} s  ${state}${why === '' ? '' : `: ${why}`}`);
  }
  const { proven, failed, 'toolchain missing': missing } = counts;
  console.log(
    `\n${checks.size} facts in ${chosen.length} questions: ${proven} proven, ${failed} failed, ${missing} without a toolchain`,
  );
  return failed > 0 || problems.length > 0 ? 1 : 0;
});

async function readSheet(path: string): Promise<QuestionSet> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new PlainError(`${path} can't be read; name a question sheet.`);
  });
  const set = readQuestions(text, path, sha256);
  const render = createRenderer('en');
  for (const { line, problem } of set.problems) console.log(`line ${line}: ${render(problem)}`);
  return set;
}

async function prove(check: QuestionCheck | undefined, seconds: number): Promise<Outcome> {
  if (check === undefined) return { state: 'failed', why: 'it has no check' };
  const { command, expected } = check;
  const folder = await mkdtemp(join(tmpdir(), 'factprobe-check-'));
  try {
    const { output, errors, isLate } = await outputOf(command, folder, seconds);
    if (isLate) return { state: 'failed', why: `it ran past ${seconds} s` };
    if (output.trim() === expected) return { state: 'proven', why: '' };
    const missing = missingTool(errors);
    if (missing !== undefined) return { state: 'toolchain missing', why: missing };
    const said = output.trim() || errors.trim().split('\n').at(-1) || 'nothing';
    return { state: 'failed', why: `expected ${expected}, printed ${said}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The tool that a shell or Node did not find, by what it says in the C locale. */
function missingTool(errors: string): string | undefined {
  return (
    /line \d+: (\S+): command not found/.exec(errors)?.[1] ?? /Cannot find module '([^']+)'/.exec(errors)?.[1]
  );
}

interface Printed {
  readonly output: string;
  readonly errors: string;
  readonly isLate: boolean;
}

function outputOf(command: string, folder: string, seconds: number): Promise<Printed> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['-c', command], {
      cwd: folder,
      // A group of its own, so that nothing of a check that hangs is left behind.
      detached: true,
      env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_PATH: resolve('node_modules') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors, isLate] = ['', '', false];
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      errors += piece;
    });
    const timer = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    child.once('error', failed);
    child.once('close', () => {
      clearTimeout(timer);
      done({ output, errors, isLate });
    });
  });
}
