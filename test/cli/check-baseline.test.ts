import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command-line.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong = (name: string) =>
  `/**\n * @param [retries=3] How often.\n */\nfunction ${name}(retries = 5) { return retries }\n`;

const check = (cwd: string, ...args: readonly string[]) => runCommand(['check', ...args], { cwd });

describe('factprobe check with a baseline', () => {
  it('writes what is false, a line each and sorted, and says so', async () => {
    const cwd = temporaryWorkspace({ 'b.js': wrong('f'), 'a.js': wrong('g') + wrong('f') });
    const { code, errors } = await check(cwd, '--write-baseline', 'known.json');
    expect([code, errors]).toEqual([1, 'Wrote 3 findings to known.json.\n']);
    const text = readFileSync(join(cwd, 'known.json'), 'utf8');
    const line = (file: string) =>
      expect.stringMatching(
        new RegExp(
          `^    \\{"file":"${file}","kind":"default","claim":"retries=3","fingerprint":"[0-9a-f]{16}"\\},?$`,
        ),
      );
    expect(text.split('\n')).toEqual([
      '{',
      '  "version": 1,',
      '  "findings": [',
      line('a.js'),
      line('a.js'),
      line('b.js'),
      '  ]',
      '}',
      '',
    ]);
    await check(cwd, '--write-baseline', 'again.json', '.');
    expect(readFileSync(join(cwd, 'again.json'), 'utf8')).toBe(text);
    expect(readdirSync(cwd).sort()).toEqual(['a.js', 'again.json', 'b.js', 'known.json']);
  });

  it('neither tells nor counts what is known, wherever it moved', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f'), 'b.js': wrong('f') });
    await check(cwd, '--write-baseline', 'known.json');
    writeFileSync(join(cwd, 'a.js'), `// one\n\n${wrong('f')}`);
    renameSync(join(cwd, 'b.js'), join(cwd, 'c.js'));
    expect(await check(cwd, '--baseline', 'known.json')).toEqual({
      code: 0,
      errors: '',
      output: 'No false claim among 4 claims in 2 files.\n2 known findings of the baseline are not shown.\n',
    });
  });

  it('tells what is new, in every format', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f') });
    await check(cwd, '--write-baseline', 'known.json');
    writeFileSync(join(cwd, 'a.js'), wrong('f') + wrong('f') + wrong('g').replace('5', '7'));
    const json = await check(cwd, '--baseline', 'known.json', '--format', 'json');
    expect(json.code).toBe(1);
    const { findings, known } = JSON.parse(json.output);
    expect(known).toBe(1);
    expect(findings.map((one: { message: string }) => one.message)).toEqual([
      'The default of retries is 5, not 3.',
      'The default of retries is 7, not 3.',
    ]);
    const sarif = await check(cwd, '--baseline', 'known.json', '--format', 'sarif');
    const results = JSON.parse(sarif.output).runs[0].results;
    expect(results.map((one: { baselineState: string }) => one.baselineState)).toEqual(['new', 'new']);
    const markdown = await check(cwd, '--baseline', 'known.json', '--format', 'markdown');
    expect(markdown.output).toContain('1 known finding of the baseline is not shown');
    await check(cwd, '--baseline', 'known.json', '--write-baseline', 'known.json');
    expect((await check(cwd, '--baseline', 'known.json')).code).toBe(0);
  });

  it('tells it again when the code changes', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f') });
    await check(cwd, '--write-baseline', 'known.json');
    writeFileSync(join(cwd, 'a.js'), wrong('f').replace('5', '6'));
    expect((await check(cwd, '--baseline', 'known.json')).code).toBe(1);
  });

  it.each([
    [
      'nowhere.json',
      'The baseline nowhere.json cannot be read; check its path, or write it with --write-baseline.',
    ],
    ['cut.json', 'cut.json is no baseline of this version; write it anew with --write-baseline.'],
    ['other.json', 'other.json is no baseline of this version; write it anew with --write-baseline.'],
    ['.', 'The baseline . cannot be read; check its path, or write it with --write-baseline.'],
  ])('ends with 2 and one sentence for %s', async (file, sentence) => {
    const cwd = temporaryWorkspace({
      'a.js': wrong('f'),
      'cut.json': '{"version":1,"findings":[{"file":',
      'other.json': '{"version":2,"findings":[]}',
    });
    expect(await check(cwd, '--baseline', file)).toEqual({
      code: 2,
      output: '',
      errors: `factprobe: ${sentence}\n`,
    });
  });

  it('prints nothing when the baseline cannot be written', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f') });
    expect(await check(cwd, '--write-baseline', 'no/where.json')).toEqual({
      code: 2,
      output: '',
      errors:
        'factprobe: no/where.json cannot be written; check its path, its permissions and the room on the disk.\n',
    });
    expect((await check(cwd, '--changed', '--write-baseline', 'x.json')).errors).toBe(
      'factprobe: A baseline takes all that is false; leave --changed and --generated out to write one.\n',
    );
    expect(readdirSync(cwd)).toEqual(['a.js']);
  });
});
