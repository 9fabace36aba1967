import { readFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { inspect } from 'node:util';
import * as z from 'zod';
import { comparedValues } from './compared-values.ts';
import { exampleScope, type LoadedModule, loadModule } from './example-scope.ts';
import { type LiteralValue, literalValue } from './literal-value.ts';

// The entry of the program that runs the examples of one ECMAScript module. It reads one request from standard input and
// writes one JSON object a line to file descriptor 3, as soon as it is known: nothing is lost when a later example never ends.

const requestSchema = z.object({
  file: z.string(),
  seconds: z.number(),
  examples: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      /** Each piece of code with what its last expression is said to give. */
      steps: z.array(z.object({ claim: z.number(), code: z.string(), expected: z.string() })),
    }),
  ),
});

type Example = z.infer<typeof requestSchema>['examples'][number];
type Step = Example['steps'][number];

const limit = 2000;
/** How often what differs is tried again: one of four at random is the same so many times in 1,000 runs but once. */
const repetitions = 5;
const volatile =
  /\b(?:Date|Math\.random|performance|process|crypto|Intl|toLocale\w+|setTimeout|setInterval|navigator|os|__dirname|__filename|random\w*|now|uniqueId|uuid\w*)\b/i;

function say(told: Readonly<Record<string, unknown>>): void {
  writeSync(3, `${JSON.stringify(told)}\n`);
}

class Blocked extends Error {}

let wasBlocked = false;

/** Keeps examples from the network; other programs and foreign files are kept away by the permissions of the process. */
function guard(): void {
  Socket.prototype.connect = () => {
    wasBlocked = true;
    throw new Blocked('examples may not use the network');
  };
  process.exit = () => {
    throw new Error('the example ends its process');
  };
  // What is still awaited when everything is told is nobody's.
  process.on('uncaughtException', () => undefined);
  process.on('unhandledRejection', () => undefined);
}

async function runExample(example: Example, module: LoadedModule): Promise<void> {
  const code = example.steps.map((step) => step.code).join('\n;');
  const scope = await exampleScope(module, { symbol: example.name.split('.').at(-1) ?? '', code });
  for (const [i, step] of example.steps.entries()) {
    say({ type: 'line', example: example.id, claim: step.claim });
    const verdict = await judge(example.steps.slice(0, i + 1), scope);
    say({ type: 'claim', example: example.id, claim: step.claim, ...verdict });
  }
}

type Verdict = Readonly<Record<string, unknown>> & { readonly outcome: string };

/** What came of the last of some steps: they run from the first on, so that nothing of another example is left. */
async function judge(steps: readonly Step[], scope: Readonly<Record<string, unknown>>): Promise<Verdict> {
  const last = steps.at(-1);
  const expected = last === undefined ? undefined : literalValue(last.expected);
  if (last === undefined || expected === undefined) return { outcome: 'unread' };
  const code = codeOf(steps, last);
  if (code === undefined) return { outcome: 'unread' };
  wasBlocked = false;
  const first = await outcomeOf(code, scope, expected);
  if (first.outcome !== 'different') return first;
  // A comment shows a backslash as it is, or as one writes it.
  if (volatile.test(code) || last.expected.includes('\\')) return { outcome: 'doubtful' };
  for (let i = 0; i < repetitions; i++) {
    const again = await outcomeOf(code, scope, expected);
    if (again.actual !== first.actual) return { outcome: 'unstable' };
  }
  return first;
}

/** Statements that give no value. */
const valueless =
  /^(?:function|class|if|for|while|do|return|import|export|throw|try|switch|async function|break)\b|^(?:\/\/|\/\*)/;

/** Code whose completion is the value that is meant; `undefined` where that can't be told. */
function codeOf(steps: readonly Step[], { code }: Step): string | undefined {
  const lines = code.trimEnd().split('\n');
  const depths = lines.filter((one) => one.trim() !== '').map((one) => one.search(/\S/));
  const least = Math.min(...depths);
  // The last line that no other one goes on in.
  const begin = lines.findLastIndex((one) => one.search(/\S/) === least && !/^\s*[.)}\]?:]/.test(one));
  const statement = lines.slice(Math.max(0, begin)).join('\n').trim();
  const before = [
    ...steps.slice(0, -1).map((step) => step.code),
    lines.slice(0, Math.max(0, begin)).join('\n'),
  ];
  const declared = /^(?:var|let|const)\s+([\w$]+)\s*=/.exec(statement)?.[1];
  if (declared !== undefined) return [...before, statement, declared].join('\n;');
  const logged = /^console\.log\((.*)\);?$/s.exec(statement)?.[1];
  if (logged !== undefined) return [...before, `(${onlyOne})(${logged})`].join('\n;');
  return statement === '' || valueless.test(statement) ? undefined : [...before, statement].join('\n;');
}

/** What is logged, where it is one value; of several nobody can say how they are shown. */
const onlyOne = '(value, ...more) => (more.length > 0 ? Symbol() : value)';

async function outcomeOf(
  code: string,
  scope: Readonly<Record<string, unknown>>,
  expected: LiteralValue,
): Promise<Verdict> {
  try {
    const value = await evaluated(code, scope);
    if (wasBlocked) return { outcome: 'blocked' };
    const outcome = comparedValues(value, expected.value);
    return outcome === 'different' ? { outcome, ...shown(value) } : { outcome };
  } catch (error) {
    if (wasBlocked || isDenied(error)) return { outcome: 'blocked' };
    return { outcome: 'failed', error: shortened(String(error), 200) };
  }
}

function isDenied(error: unknown): boolean {
  return (
    error instanceof Blocked ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_ACCESS_DENIED')
  );
}

/** The value of the last expression, awaited. */
async function evaluated(code: string, scope: Readonly<Record<string, unknown>>): Promise<unknown> {
  const names = Object.keys(scope);
  const values = Object.values(scope);
  if (!/\bawait\b/.test(code))
    return await new Function(...names, '__code', 'return eval(__code)')(...values, code);
  // Nothing evaluates code that awaits but the body of a function, whose last line then is what it returns.
  const lines = code.trimEnd().split('\n');
  const last = (lines.pop() ?? '').replace(/^\s*;/, '').replace(/;\s*$/, '');
  return await new AsyncFunction(...names, `${lines.join('\n')}\nreturn (${last}\n)`)(...values);
}

const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async () => undefined).constructor;

/** A value as code; short where it can be read back as the same. */
function shown(value: unknown): { readonly actual: string; readonly isShort: boolean } {
  const actual = inspect(value, { depth: 20, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 200 });
  const read = literalValue(actual);
  return {
    actual: shortened(actual, limit),
    isShort: read !== undefined && comparedValues(value, read.value) === 'same',
  };
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length);
}

async function main(): Promise<void> {
  const request = requestSchema.parse(JSON.parse(readFileSync(0, 'utf8')));
  guard();
  let module: LoadedModule;
  try {
    module = await loadModule(request.file);
  } catch (error) {
    say({ type: 'import-failed', error: shortened(String(error), 300) });
    return;
  }
  for (const example of request.examples) {
    say({ type: 'begin', example: example.id });
    try {
      await runExample(example, module);
    } catch (error) {
      say({ type: 'broken', example: example.id, error: shortened(String(error), 200) });
    }
    say({ type: 'end', example: example.id });
  }
}

const end = process.exit.bind(process);
main().then(
  () => end(0),
  (error: unknown) => {
    process.stderr.write(String(error));
    end(1);
  },
);
