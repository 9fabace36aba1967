import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../support/command-line.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'factprobe-examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

interface Shown {
  readonly claim: string;
  readonly kind: string;
  readonly verdict: string;
  readonly message: string;
  readonly fix: { readonly edits: readonly { readonly newText: string }[] } | null;
}

/** The findings about examples. */
async function examplesOf(files: Readonly<Record<string, string>>): Promise<readonly Shown[]> {
  const cwd = folderWith(files);
  const { output, errors } = await runCommand(['check', '--run-examples', '--all', '--format', 'json'], {
    cwd,
  });
  expect(errors).toBe('');
  const { findings }: { readonly findings: readonly Shown[] } = JSON.parse(output);
  return findings.filter(({ kind }) => kind === 'example');
}

/** Each claim as `verdict claim`, with its sentence where it isn't supported. */
async function verdictsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await examplesOf(files)).map(({ verdict, claim, message }) =>
    verdict === 'supported' ? `supported ${claim}` : `${verdict} ${claim}: ${message}`,
  );
}

const doctest = (lines: readonly string[], body = 'return a + b') =>
  `def add(a, b):\n    """Add.\n\n${lines.map((line) => `    ${line}\n`).join('')}    """\n    ${body}\n`;

const jsdoc = (lines: readonly string[]) =>
  `/**\n * Adds.\n * @example\n${lines.map((line) => ` * ${line}\n`).join('')} */\n`;

const blocked = 'The example was kept from the network, another program or a file outside of its folder.';
const doubtful = 'What comes back differs, perhaps only by order, rounding, version, or how it is shown.';

describe('factprobe check --run-examples, doctests', () => {
  it('runs nothing without being told to', async () => {
    const cwd = folderWith({ 'a.py': doctest(['>>> add(2, 2)', '5']) });
    const { code, output } = await runCommand(['check', '--all', '--format', 'json'], { cwd });
    expect([code, JSON.parse(output).findings]).toEqual([0, []]);
  });

  it('contradicts a value with what comes back, and corrects it', async () => {
    const [first, second] = await examplesOf({
      'a.py': doctest(['>>> add(1, 2)', '3', '>>> x = add(2, 2)', '>>> x', '5']),
    });
    expect(first).toMatchObject({ verdict: 'supported', claim: '3' });
    expect(second).toMatchObject({
      verdict: 'contradicted',
      claim: '5',
      message: 'x gives 4, not 5.',
      fix: { edits: [{ newText: '4' }] },
    });
  });

  it('contradicts an exception that is another one, or none', async () => {
    const traceback = (call: string) => [
      `>>> ${call}`,
      'Traceback (most recent call last):',
      '    ...',
      'ValueError: no',
    ];
    const found = await examplesOf({
      'a.py': doctest([...traceback('add("a", 1)'), ...traceback('add(1, 1)')]),
    });
    expect(found.map(({ verdict, message }) => `${verdict}: ${message}`)).toEqual([
      'contradicted: add("a", 1) raises TypeError, not ValueError: no',
      'contradicted: add(1, 1) gives 2, not ValueError: no.',
    ]);
  });

  it('takes continued lines, flags and exceptions as doctest does', async () => {
    const found = await verdictsOf({
      'a.py': doctest([
        '>>> add(',
        '...     1, 2)',
        '3',
        '>>> list(range(20)) # doctest: +ELLIPSIS',
        '[0, 1, ..., 19]',
        '>>> [1,  2]  # doctest: +NORMALIZE_WHITESPACE',
        '[1,   2]',
        '>>> add("a", 1)',
        'Traceback (most recent call last):',
        'TypeError: can only concatenate str (not "int") to str',
      ]),
    });
    expect(found.map((one) => one.split(' ')[0])).toEqual([
      'supported',
      'supported',
      'supported',
      'supported',
    ]);
  });

  it.each([
    ['rounding', ['>>> add(0.1, 0.2)', '0.3']],
    ['order', ['>>> sorted([3, 1, 2], reverse=True)', '[1, 2, 3]']],
    ['another way to show it', ['>>> object()', '<object object at 0x7f>']],
    ['what hangs on the day', ['>>> import datetime', '>>> datetime.date.today().year', '1999']],
  ])('doubts %s', async (_name, lines) => {
    expect((await examplesOf({ 'a.py': doctest(lines) })).map(({ message }) => message)).toEqual([doubtful]);
  });

  it.each([
    ['sets and dictionaries in another order', ['>>> {3, 1}', '{1, 3}', '>>> {1: 2, 3: 4}', '{3: 4, 1: 2}']],
    ['other quotes', ['>>> "a"', '"a"']],
  ])('knows %s', async (_name, lines) => {
    const found = await examplesOf({ 'a.py': doctest(lines) });
    expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['supported']));
  });

  it('leaves out what is not to be run', async () => {
    expect(await verdictsOf({ 'a.py': doctest(['>>> add(1, 1)  # doctest: +SKIP', '5']) })).toEqual([
      'unverified 5: The comment says that this line is not to be run.',
    ]);
  });

  it('proves nothing by what differs each time', async () => {
    const source = `import itertools\ncount = itertools.count()\n\n\n${doctest(['>>> next(count)', '77'])}`;
    expect(await verdictsOf({ 'a.py': source })).toEqual([
      'unverified 77: What comes back differs, and is not the same each time.',
    ]);
  });

  it('imports a module of a package by its name there', async () => {
    const found = await verdictsOf({
      'harbour/__init__.py': '',
      'harbour/berths.py': 'BERTHS = 4\n',
      'harbour/ships.py': `from .berths import BERTHS\n\n\n${doctest(['>>> BERTHS', '4'])}`,
    });
    expect(found).toEqual(['supported 4']);
  });

  it('says why when the file cannot be imported', async () => {
    const source = `import harbour_that_is_not_there\n\n\n${doctest(['>>> add(1, 1)', '3'])}`;
    expect(await verdictsOf({ 'a.py': source })).toEqual([
      "unverified 3: The examples could not be run, since importing the file failed: ModuleNotFoundError: No module named 'harbour_that_is_not_there'",
    ]);
  });

  it('comes through hostile examples, and loses none of the others', { timeout: 180_000 }, async () => {
    const one = (name: string, lines: readonly string[]) => doctest(lines).replace('def add', `def ${name}`);
    const cwd = folderWith({
      'keep/kept.txt': 'kept',
      'a.py': [
        one('loops', ['>>> 1 + 1', '2', '>>> while True: pass', '3']),
        one('forks', ['>>> import os', '>>> os.fork()', '3']),
        one('leaves', ['>>> import os', '>>> os._exit(0)', '3']),
        one('deletes', ['>>> import shutil', '>>> shutil.rmtree("KEEP")', '3']),
        one('dials', ['>>> import socket', '>>> socket.create_connection(("127.0.0.1", 9))', '3']),
        one('floods', ['>>> print("x" * 10**10)', '3']),
        one('adds', ['>>> adds(1, 2)', '3']),
      ].join('\n\n'),
    });
    const keep = join(cwd, 'keep');
    const source = join(cwd, 'a.py');
    writeFileSync(source, readFileSync(source, 'utf8').replace('KEEP', keep));
    const { output } = await runCommand(['check', '--run-examples', '--all', '--format', 'json'], { cwd });
    const { findings }: { readonly findings: readonly Shown[] } = JSON.parse(output);
    expect(findings.map(({ verdict, message }) => (verdict === 'supported' ? verdict : message))).toEqual([
      'supported',
      'The example was ended after 10 seconds.',
      blocked,
      'The example ended the process that ran it.',
      blocked,
      blocked,
      'The example stopped before it gave a value: MemoryError',
      'supported',
    ]);
    expect(existsSync(join(keep, 'kept.txt'))).toBe(true);
    expect(existsSync(join(cwd, '__pycache__'))).toBe(false);
  });
});

describe('factprobe check --run-examples, JSDoc', () => {
  const add = 'export function add(a, b) { return a + b }\n';

  it('contradicts values beside and below the code, and corrects them', async () => {
    const found = await examplesOf({
      'a.mjs': jsdoc(['add(1, 2) // => 3', 'add(2, 2); //=> 5', 'const x = add(1, 1)', '// → 3']) + add,
    });
    expect(found.map(({ verdict, message, fix }) => [verdict, message, fix?.edits[0]?.newText])).toEqual([
      ['supported', 'add(1, 2) gives 3.', undefined],
      ['contradicted', 'add(2, 2); gives 4, not 5.', '4'],
      ['contradicted', 'const x = add(1, 1) gives 2, not 3.', '2'],
    ]);
  });

  it.each([
    ['CommonJS', 'a.cjs', 'exports.add = (a, b) => a + b\n', 'var add = exports.add\n'],
    ['a module in TypeScript', 'a.mts', 'export function add(a: number, b: number) { return a + b }\n', ''],
  ])('runs %s', async (_name, file, code, more) => {
    const found = await examplesOf({ [file]: jsdoc(['add(2, 2) // => 5']) + code + more });
    expect(found.map(({ message }) => message)).toEqual(['add(2, 2) gives 4, not 5.']);
  });

  it('knows the package by its own name, and values over several lines', async () => {
    const found = await verdictsOf({
      'package.json': '{ "name": "harbour", "main": "index.js" }',
      'index.js': 'exports.pair = require("./pair")\nexports.one = () => 1\n',
      'pair.js': `${jsdoc(['h.pair(h.one(), 2);', '// => { a: 1,', '//      b: 2 }'])}function pair(a, b) { return { a, b } }\nmodule.exports = pair\n`,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^supported/);
  });

  it('awaits promises', async () => {
    const later = 'export async function later(a) { return [a] }\n';
    const found = await verdictsOf({
      'a.mjs': jsdoc(['later(1) // => [1]', 'await later(2) // => [3]']) + later,
    });
    expect(found).toEqual(['supported [1]', 'contradicted [3]: await later(2) gives [ 2 ], not [3].']);
  });

  it.each([
    ['words', 'add(1, 2) // => the sum'],
    ['a note behind the value', 'add(1, 2) // => 4 (rounded)'],
    ['a statement', 'if (add(1, 2)) add(3, 4) // => 4'],
  ])('leaves %s alone', async (_name, line) => {
    const found = await examplesOf({ 'a.mjs': jsdoc([line]) + add });
    expect(found.map(({ message }) => message)).toEqual([
      'The example could not be compared: what it states, or what it is about, is no plain value.',
    ]);
  });

  it.each([
    ['the last digits', 'add(0.1, 0.2) // => 0.3'],
    ['order', '[3, 1] // => [1, 3]'],
    ['chance', 'Math.random() // => 5'],
  ])('doubts %s', async (_name, line) => {
    expect((await examplesOf({ 'a.mjs': jsdoc([line]) + add })).map(({ message }) => message)).toEqual([
      doubtful,
    ]);
  });

  it('keeps a name of the language apart from an export of the same name', async () => {
    const source = `${jsdoc(['h.isNaN(undefined) // => false', 'isNaN(undefined) // => true'])}exports.isNaN = (a) => typeof a === 'number' && a !== a\n`;
    const found = await verdictsOf({ 'a.cjs': source });
    expect(found.filter((one) => one.startsWith('contradicted'))).toEqual([]);
  });

  it('comes through hostile examples, and loses none of the others', { timeout: 180_000 }, async () => {
    const one = (name: string, line: string) =>
      `${jsdoc([line])}export function ${name}() { for (let i = 0; name !== ''; i++) if (i < 0) break }\n`;
    const cwd = folderWith({
      'kept.txt': 'kept',
      'a.mjs': [
        'const name = "x"\n',
        one('loops', 'loops() // => 1'),
        one('leaves', 'process.exit() // => 1'),
        one('spawns', 'require("node:child_process").execSync("ls") // => 1'),
        one('deletes', 'require("node:fs").rmSync("KEPT") // => 1'),
        one('dials', 'await fetch("http://127.0.0.1:18999/") // => 1'),
        one(
          'floods',
          '(() => { const all = []; for (;;) all.push("x".repeat(1000) + all.length) })() // => 1',
        ),
        `${jsdoc(['add(1, 2) // => 3'])}export function add(a, b) { return a + b }\n`,
      ].join('\n'),
    });
    const source = join(cwd, 'a.mjs');
    writeFileSync(source, readFileSync(source, 'utf8').replace('KEPT', join(cwd, 'kept.txt')));
    const { output } = await runCommand(['check', '--run-examples', '--all', '--format', 'json'], { cwd });
    const { findings }: { readonly findings: readonly Shown[] } = JSON.parse(output);
    expect(findings.map(({ verdict, message }) => (verdict === 'supported' ? verdict : message))).toEqual([
      'The example was ended after 10 seconds.',
      'The example stopped before it gave a value: Error: the example ends its process',
      blocked,
      blocked,
      blocked,
      expect.stringMatching(/^The example (?:ended the process that ran it|was ended after 10 seconds)\.$/),
      'supported',
    ]);
    expect(existsSync(join(cwd, 'kept.txt'))).toBe(true);
  });
});
