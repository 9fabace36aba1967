import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type QuestionCheck, readCheck, readQuestions } from '../src/core/benchmark/index.ts';
import { sha256 } from '../src/node/hash.ts';

// Runs the check of every fact of a question sheet, each in a folder of its own, and prints whether it is proven.
// npm run bench:starter-checks -- [--timeout SECONDS] [--only CLUSTER] [SHEET]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string', default: '180' }, only: { type: 'string' } },
});

type Outcome =
  | { readonly state: 'proven' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'toolchain missing'; readonly why: string };

const sheet = positionals[0] ?? 'questions/starter.factqa';
const { questions, problems } = readQuestions(await readFile(sheet, 'utf8'), sheet, sha256);
for (const { line, problem } of problems) console.log(`line ${line}: ${problem.id}`);

const checks = new Map(
  questions
    .filter(({ cluster }) => values.only === undefined || cluster === values.only)
    .map(({ cluster, check }) => [cluster, check === undefined ? undefined : readCheck(check)]),
);
const counts = { proven: 0, failed: 0, 'toolchain missing': 0 };
for (const [cluster, check] of checks) {
  const began = performance.now();
  const outcome: Outcome =
    check === undefined ? { state: 'failed', why: 'it has no check' } : await prove(check);
  counts[outcome.state] += 1;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const why = 'why' in outcome ? `: ${outcome.why}` : '';
  console.log(`${cluster.padEnd(24)} ${seconds.padStart(6)} s  ${outcome.state}${why}`);
}
console.log(
  `\n${checks.size} facts in ${questions.length} questions: ${counts.proven} proven, ${counts.failed} failed, ${counts['toolchain missing']} without a toolchain`,
);
process.exitCode = counts.failed > 0 || problems.length > 0 ? 1 : 0;

async function prove({ command, expected }: QuestionCheck): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'factprobe-check-'));
  try {
    const { output, errors, isLate } = await outputOf(command, folder);
    if (isLate) return { state: 'failed', why: `it ran past ${values.timeout} s` };
    if (output.trim() === expected) return { state: 'proven' };
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

function outputOf(command: string, folder: string): Promise<Printed> {
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
    }, Number(values.timeout) * 1000);
    child.once('error', failed);
    child.once('close', () => {
      clearTimeout(timer);
      done({ output, errors, isLate });
    });
  });
}
