import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CancelledError, FactprobeError, type RunProcess } from '../../src/core/platform/index.ts';
import { changedLines, generatedLines, type LinesOfFiles } from '../../src/core/workspace/index.ts';
import { createRenderer } from '../../src/node/catalogue.ts';
import { runProcess } from '../../src/node/run-process.ts';
import { commitAll, gitRepository } from '../support/git-repository.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const render = createRenderer('en');
const ten = Array.from({ length: 10 }, (_, i) => `line ${i}`).join('\n');

/** `a.js: 2-3 7`, counted from 1, for each file with lines. */
function written(lines: LinesOfFiles, folder: string): readonly string[] {
  return [...lines]
    .filter(([, own]) => own.length > 0)
    .map(([path, own]) => {
      const ranges = own.map(({ start, end }) => (end === start + 1 ? `${end}` : `${start + 1}-${end}`));
      return `${path.slice(folder.length + 1)}: ${ranges.join(' ')}`;
    })
    .sort();
}

const changes = async (folder: string, ref = 'HEAD') =>
  written(await changedLines({ runProcess }, { folder, ref }), folder);

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof FactprobeError)) throw new Error(`no plain failure: ${String(error)}`);
  return render(error.text);
}

describe('lines that changed', () => {
  it('are those of the work tree, staged or not, and whole files that are new', async () => {
    const folder = temporaryWorkspace({ 'staged.js': ten, 'open.js': ten, 'same.js': ten, 'gone.js': ten });
    const git = gitRepository(folder);
    commitAll(git);
    expect(await changes(folder)).toEqual([]);
    writeFileSync(join(folder, 'staged.js'), ten.replace('line 3', 'new'));
    git('add', 'staged.js');
    writeFileSync(join(folder, 'open.js'), ten.replace('line 5', 'new\nnew').replace('line 8\n', ''));
    rmSync(join(folder, 'gone.js'));
    writeFileSync(join(folder, '.gitignore'), 'out/\n');
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/a.js'), ten);
    writeFileSync(join(folder, 'new.js'), ten);
    expect(await changes(folder)).toEqual([
      '.gitignore: 1-Infinity',
      'new.js: 1-Infinity',
      'open.js: 6-7',
      'staged.js: 4',
    ]);
  });

  it('are found under names with spaces, quotes and Chinese letters, renamed ones too', async () => {
    const names = ['two words.js', 'a "quoted" \\ one.js', '港口/说明.py', '-dash.js'];
    const folder = temporaryWorkspace(Object.fromEntries(names.map((name) => [name, ten])));
    const git = gitRepository(folder);
    commitAll(git);
    for (const name of names) writeFileSync(join(folder, name), ten.replace('line 3', 'new'));
    renameSync(join(folder, 'two words.js'), join(folder, '新 name.js'));
    git('add', '--all');
    expect(await changes(folder)).toEqual(
      ['-dash.js: 4', 'a "quoted" \\ one.js: 4', '新 name.js: 4', '港口/说明.py: 4'].sort(),
    );
  });

  it('are counted from where a branch parted', async () => {
    const folder = temporaryWorkspace({ 'a.js': ten, 'b.js': ten });
    const git = gitRepository(folder);
    commitAll(git);
    git('switch', '--quiet', '--create', 'feature');
    writeFileSync(join(folder, 'a.js'), ten.replace('line 3', 'new'));
    commitAll(git);
    git('switch', '--quiet', 'main');
    writeFileSync(join(folder, 'b.js'), ten.replace('line 3', 'new'));
    commitAll(git);
    git('switch', '--quiet', 'feature');
    expect(await changes(folder)).toEqual([]);
    expect(await changes(folder, 'main')).toEqual(['a.js: 4']);
    expect(await changes(folder, 'HEAD~1')).toEqual(['a.js: 4']);
  });

  it('are all lines before the first commit, from a folder below the root too', async () => {
    const folder = temporaryWorkspace({ 'a.js': ten, 'sub/b.js': ten });
    gitRepository(folder)('add', 'a.js');
    const lines = await changedLines({ runProcess }, { folder: `${folder}/sub`, ref: 'HEAD' });
    expect(written(lines, folder)).toEqual(['a.js: 1-Infinity', 'sub/b.js: 1-Infinity']);
  });

  it('do not depend on how somebody configured Git', async () => {
    const folder = temporaryWorkspace({ 'a b.js': ten });
    const git = gitRepository(folder);
    commitAll(git);
    const settings = [
      'diff.noprefix=true',
      'diff.mnemonicPrefix=true',
      'diff.interHunkContext=5',
      'color.ui=always',
      'diff.external=false',
    ];
    for (const setting of settings) git('config', ...setting.split('='));
    writeFileSync(join(folder, 'a b.js'), ten.replace('line 3', 'new').replace('line 6', 'new'));
    expect(await changes(folder)).toEqual(['a b.js: 4 7']);
  });

  it('run no program that the repository names', async () => {
    const folder = temporaryWorkspace({ 'a.js': ten });
    const git = gitRepository(folder);
    commitAll(git, 'sign', 'Co-authored-by: Claude <noreply@anthropic.com>');
    const mark = join(folder, 'ran');
    for (const name of ['core.fsmonitor', 'diff.external', 'core.pager', 'gpg.program']) {
      git('config', name, `touch '${mark}' #`);
    }
    git('config', 'log.showSignature', 'true');
    writeFileSync(join(folder, 'a.js'), ten.replace('line 3', 'new'));
    expect(await changes(folder)).toEqual(['a.js: 4']);
    expect(written(await generatedLines({ runProcess }, { folder }), folder)).toEqual(['a.js: 1-3 5-10']);
    expect(existsSync(mark)).toBe(false);
    // The mark is made by those that do run them.
    git('status');
    expect(existsSync(mark)).toBe(true);
  });

  it('are refused with one sentence where nobody can tell', async () => {
    const folder = temporaryWorkspace({ 'a.js': ten });
    const request = { folder, ref: 'HEAD' };
    expect(await failure(changedLines({ runProcess }, request))).toBe(
      `${folder} is in no Git repository, so that nothing tells which lines to look at; check it whole.`,
    );
    gitRepository(folder);
    for (const ref of ['no-such', '--output=x', '', 'HEAD~5']) {
      expect(await failure(changedLines({ runProcess }, { folder, ref }))).toBe(
        `“${ref}” names no commit here; check the spelling, or fetch it first.`,
      );
    }
    const missing: RunProcess = async () => ({ type: 'missing' });
    expect(await failure(changedLines({ runProcess: missing }, request))).toBe(
      'Only Git can tell which lines to look at; install it, and put it on the PATH.',
    );
    const refusing: RunProcess = async () => ({
      type: 'ended',
      code: 128,
      output: '',
      errors: "fatal: detected dubious ownership in repository at '/harbour'\nmore",
    });
    expect(await failure(changedLines({ runProcess: refusing }, request))).toBe(
      "Git could not tell what changed: detected dubious ownership in repository at '/harbour'",
    );
  });
});

describe('lines that were generated', () => {
  it('are those whose last commit an agent signed, and no others', async () => {
    const folder = temporaryWorkspace({ 'own.js': ten, 'two words.js': ten });
    const git = gitRepository(folder);
    expect((await generatedLines({ runProcess }, { folder })).size).toBe(0);
    commitAll(git);
    expect((await generatedLines({ runProcess }, { folder })).size).toBe(0);
    writeFileSync(join(folder, 'two words.js'), ten.replace('line 3\nline 4', 'x\ny'));
    writeFileSync(join(folder, '新.py'), ten);
    commitAll(git, 'write it', 'Co-Authored-By: Claude <noreply@anthropic.com>');
    writeFileSync(join(folder, 'two words.js'), ten.replace('line 3\nline 4', 'x\nmine'));
    expect(written(await generatedLines({ runProcess }, { folder }), folder)).toEqual([
      'two words.js: 4',
      '新.py: 1-10',
    ]);
  });
});

describe('running a program', () => {
  it('gives both outputs and the code, and takes words as they are', async () => {
    const script = 'console.log(process.argv[1]); console.error("é"); process.exit(3)';
    const words = ['-e', script, '$(touch x) "港" %PATH%'];
    expect(await runProcess({ program: process.execPath, arguments: words })).toEqual({
      type: 'ended',
      code: 3,
      output: '$(touch x) "港" %PATH%\n',
      errors: 'é\n',
    });
  });

  it('ends it when it is cancelled', async () => {
    const abort = new AbortController();
    const run = runProcess({
      program: process.execPath,
      arguments: ['-e', 'setInterval(() => undefined, 1000)'],
      signal: abort.signal,
    });
    abort.abort();
    await expect(run).rejects.toBeInstanceOf(CancelledError);
    const again = runProcess({ program: process.execPath, arguments: ['-v'], signal: abort.signal });
    await expect(again).rejects.toBeInstanceOf(CancelledError);
  });
});
