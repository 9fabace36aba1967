import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { claimKinds } from '../../src/core/claims/index.ts';
import { runCommand, startCommand } from '../support/command-line.ts';

const wrong = '/**\n * @param [retries=3] How often.\n */\nfunction get(retries = 5) { return retries }\n';
const right = '/** @param [a=5] */\nfunction f(a = 5) { return a }\n';

/** A folder with files; it is deleted when the test is over. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'factprobe-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const check = (cwd: string, ...args: readonly string[]) => runCommand(['check', ...args], { cwd });

async function checkJson(cwd: string, ...args: readonly string[]) {
  const { output, ...rest } = await check(cwd, '--format', 'json', ...args);
  return { ...rest, report: JSON.parse(output) };
}

describe('factprobe check', () => {
  it('says the same of files that did not change, and other things of one that did', async () => {
    const cwd = folderWith({ 'a.js': wrong, 'b.js': wrong, 'c.js': right });
    const first = await check(cwd);
    expect(await check(cwd)).toEqual(first);
    writeFileSync(join(cwd, 'a.js'), wrong.replace('=3', '=5'));
    const { output } = await check(cwd);
    expect(output).not.toContain('a.js');
    expect(output).toContain('b.js:2:12  Contradicted');
    expect(output).toContain('1 false claim among 6 claims in 3 files.');
  });

  it('shows a false claim with its proof and its correction', async () => {
    const cwd = folderWith({ 'src/a.js': wrong });
    expect(await check(cwd)).toEqual({
      code: 1,
      errors: '',
      output: [
        'src/a.js:2:12  Contradicted  The default of retries is 5, not 3.  default',
        '  2 |  * @param [retries=3] How often.',
        '    |            ^^^^^^^^^',
        '  proof: src/a.js:4',
        '  4 | function get(retries = 5) { return retries }',
        '    |              ^^^^^^^^^^^',
        '  fix: Correct the default to 5',
        '',
        '1 false claim among 2 claims in 1 file.',
        '',
      ].join('\n'),
    });
  });

  it('ends with 0 where nothing is false', async () => {
    const result = await check(folderWith({ 'a.js': right }));
    expect(result).toEqual({ code: 0, errors: '', output: 'No false claim among 2 claims in 1 file.\n' });
  });

  it('writes the JSON that scripts rely on', async () => {
    const { code, report } = await checkJson(folderWith({ 'src/a.js': wrong }));
    expect(code).toBe(1);
    expect(report).toEqual({
      version: 1,
      files: 1,
      claims: 2,
      documented: 1,
      findings: [
        {
          file: 'src/a.js',
          range: { start: { line: 1, character: 11 }, end: { line: 1, character: 20 } },
          claim: 'retries=3',
          kind: 'default',
          verdict: 'contradicted',
          severity: 'warning',
          proof: 'syntax',
          confidence: 0.99,
          decidedBy: 'default/value',
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
          message: 'The default of retries is 5, not 3.',
          evidence: [
            {
              file: 'src/a.js',
              range: { start: { line: 3, character: 13 }, end: { line: 3, character: 24 } },
              quote: 'retries = 5',
              package: null,
              version: null,
            },
          ],
          fix: {
            title: 'Correct the default to 5',
            edits: [
              {
                range: { start: { line: 1, character: 19 }, end: { line: 1, character: 20 } },
                newText: '5',
              },
            ],
          },
        },
      ],
      skipped: [],
    });
  });

  it('writes SARIF and markdown', async () => {
    const cwd = folderWith({ 'src/a.js': wrong });
    const sarif = await check(cwd, '--format', 'sarif');
    expect(sarif.code).toBe(1);
    expect(JSON.parse(sarif.output)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Factprobe', version: manifest.version } },
          results: [{ ruleId: 'default', message: { text: 'The default of retries is 5, not 3.' } }],
        },
      ],
    });
    const markdown = await check(cwd, '--format', 'markdown');
    expect(markdown.code).toBe(1);
    expect(markdown.output).toContain('### `src/a.js`\n\n**Contradicted** (line 2, default): ');
  });

  it('chooses by kind and by confidence, and shows the others on request', async () => {
    const cwd = folderWith({ 'a.js': wrong });
    const verdicts = async (...args: readonly string[]) => {
      const { code, report } = await checkJson(cwd, ...args);
      return [
        code,
        ...report.findings.map((one: { kind: string; verdict: string }) => `${one.kind} ${one.verdict}`),
      ];
    };
    expect(await verdicts('--kinds', 'returns,parameter-name')).toEqual([0]);
    expect(await verdicts('--kinds', ' default')).toEqual([1, 'default contradicted']);
    expect(await verdicts('--min-confidence', '1')).toEqual([0]);
    expect(await verdicts('--min-confidence', '0.99')).toEqual([1, 'default contradicted']);
    expect(await verdicts('--all')).toEqual([1, 'parameter-name supported', 'default contradicted']);
    expect(await verdicts('--all', '--kinds', 'parameter-name')).toEqual([0, 'parameter-name supported']);
  });

  it.each([
    [['nowhere'], 'factprobe: There is no file or folder nowhere; check the spelling.'],
    [['a.js', 'nowhere'], 'factprobe: There is no file or folder nowhere; check the spelling.'],
    [[''], "factprobe: There is no file or folder ''; check the spelling."],
    [['--bogus'], "error: unknown option '--bogus'"],
    [
      ['--format', 'xml'],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, sarif, markdown.",
    ],
    [['--kinds', 'magic'], `factprobe: magic is not a kind of claim; choose from ${claimKinds.join(', ')}.`],
    [['--min-confidence', '2'], 'factprobe: --min-confidence takes a number from 0 to 1, not 2.'],
    [['--min-confidence', 'high'], 'factprobe: --min-confidence takes a number from 0 to 1, not high.'],
    [
      ['--model', 'x'],
      'factprobe: This version answers and checks by rules alone; leave --model out, or write --model none.',
    ],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const cwd = folderWith({ 'a.js': wrong });
    expect(await check(cwd, ...args)).toEqual({ code: 2, output: '', errors: `${sentence}\n` });
  });

  it('leaves excluded files alone unless they are named', async () => {
    const cwd = folderWith({
      '.gitignore': 'generated/\n',
      'generated/a.js': wrong,
      'node_modules/p/i.js': wrong,
      'b.js': right,
    });
    expect((await checkJson(cwd)).report).toMatchObject({ files: 1, findings: [] });
    for (const file of ['generated/a.js', 'node_modules/p/i.js']) {
      expect((await checkJson(cwd, file)).report).toMatchObject({ files: 1, findings: [{ file }] });
    }
  });

  it('names what it could not check, and checks the rest', async () => {
    const cwd = folderWith({
      'big.js': new Uint8Array(10 * 1024 * 1024).fill(97),
      'binary.py': new Uint8Array([1, 0, 2]),
      'broken.ts': '))) ((( @@@\n',
      'good.js': wrong,
      'half.js': `${wrong}function g(`,
      'latin.py': new Uint8Array([0x63, 0xe9, 10]),
      'minified.js': 'var a=1;'.repeat(6000),
    });
    mkdirSync(join(cwd, 'sub'));
    symlinkSync('..', join(cwd, 'sub/up'));
    symlinkSync('circle.py', join(cwd, 'circle.py'));
    const { code, report, errors } = await checkJson(cwd);
    expect([code, errors]).toEqual([1, '']);
    expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(['good.js', 'half.js']);
    expect(report.skipped).toEqual([
      {
        file: 'big.js',
        reason: 'It has 10 MB, more than the 4 MB that are checked; split it, or exclude it.',
      },
      { file: 'binary.py', reason: 'It is a binary file.' },
      { file: 'broken.ts', reason: 'It could not be parsed; correct its syntax first.' },
      { file: 'latin.py', reason: 'It is not UTF-8 text; save it as UTF-8 to have it checked.' },
      { file: 'minified.js', reason: 'It looks minified; check the source that it was made from.' },
    ]);
    expect((await check(cwd, 'broken.ts')).output).toBe(
      '1 file was not checked:\nbroken.ts: It could not be parsed; correct its syntax first.\nNo false claim among 0 claims in 0 files.\n',
    );
  });

  it('stops at once on Ctrl+C, with nothing half-written', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`f${i}.js`, `// ${i}\n${wrong.repeat(200)}`]),
    );
    const cache = folderWith({});
    const { child, heard, ended } = startCommand(['check', '--format', 'json'], {
      cwd: folderWith(many),
      environment: { FACTPROBE_CACHE_DIR: cache },
    });
    // A worker has begun once it has opened its cache.
    while (readdirSync(cache).length === 0 && child.exitCode === null) await setTimeout(20);
    child.kill('SIGINT');
    await ended;
    expect({ code: child.exitCode, ...heard }).toEqual({ code: 130, output: '', errors: '' });
  });
});
