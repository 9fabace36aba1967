import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command-line.ts';
import { commitAll, gitRepository } from '../support/git-repository.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong = (name: string, retries = 5) =>
  `/**\n * @param {number} [retries=3] How often.\n */\nfunction ${name}(retries = ${retries}) { return retries }\n`;

async function found(cwd: string, ...args: readonly string[]) {
  const { code, output, errors } = await runCommand(['check', '--format', 'json', ...args], { cwd });
  if (code === 2) return errors;
  const { files, findings } = JSON.parse(output);
  const places = findings.map(
    (one: { file: string; range: { start: { line: number } } }) => `${one.file}:${one.range.start.line + 1}`,
  );
  return [code, files, ...places];
}

describe('factprobe check of what changed', () => {
  it('tells only of claims whose lines, or whose proof, differ from the commit', async () => {
    const cwd = temporaryWorkspace({
      'a.js': wrong('f') + wrong('g'),
      'b.js': wrong('f'),
      'c.js': wrong('f', 3),
    });
    const git = gitRepository(cwd);
    commitAll(git);
    expect(await found(cwd)).toEqual([1, 3, 'a.js:2', 'a.js:6', 'b.js:2']);
    expect(await found(cwd, '--changed')).toEqual([0, 0]);
    writeFileSync(join(cwd, 'a.js'), wrong('f') + wrong('g').replace('How', 'Just how'));
    writeFileSync(join(cwd, 'c.js'), wrong('f', 4));
    writeFileSync(join(cwd, 'new 港.js'), wrong('f'));
    expect(await found(cwd, '--changed')).toEqual([1, 3, 'a.js:6', 'c.js:2', 'new 港.js:2']);
    expect(await found(cwd, '--changed', 'a.js')).toEqual([1, 1, 'a.js:6']);
    commitAll(git);
    expect(await found(cwd, '--changed')).toEqual([0, 0]);
    expect(await found(cwd, '--changed=HEAD~1')).toEqual([1, 3, 'a.js:6', 'c.js:2', 'new 港.js:2']);
    expect(await found(cwd, '--changed=nowhere')).toBe(
      'factprobe: “nowhere” names no commit here; check the spelling, or fetch it first.\n',
    );
  });

  it('tells only of what an agent committed', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f') });
    const git = gitRepository(cwd);
    commitAll(git);
    expect(await found(cwd, '--generated')).toEqual([0, 0]);
    appendFileSync(join(cwd, 'a.js'), wrong('g'));
    commitAll(git, 'add g', 'Co-Authored-By: Claude <noreply@anthropic.com>');
    expect(await found(cwd, '--generated')).toEqual([1, 1, 'a.js:6']);
    expect(await found(cwd, '--generated', '--changed')).toEqual([0, 0]);
  });

  it('works where Git runs it as a hook', async () => {
    const cwd = temporaryWorkspace({ 'sub/a.js': wrong('f'), 'sub/b.js': wrong('f') });
    const git = gitRepository(cwd);
    commitAll(git);
    writeFileSync(join(cwd, 'sub/a.js'), wrong('f', 6));
    const environment = { GIT_DIR: join(cwd, '.git'), GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '' };
    const words = ['check', '--changed', 'sub', '--format', 'json'];
    const { code, output } = await runCommand(words, { cwd, environment });
    const files = JSON.parse(output).findings.map(({ file }: { file: string }) => file);
    expect([code, files]).toEqual([1, ['sub/a.js']]);
  });

  it('needs a repository', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f') });
    expect(await found(cwd, '--changed')).toBe(
      `factprobe: ${cwd} is in no Git repository, so that nothing tells which lines to look at; check it whole.\n`,
    );
  });

  it('needs Git', async () => {
    const cwd = temporaryWorkspace({ 'a.js': wrong('f') });
    const result = await runCommand(['check', '--changed'], { cwd, environment: { PATH: cwd } });
    expect(result).toEqual({
      code: 2,
      output: '',
      errors: 'factprobe: Only Git can tell which lines to look at; install it, and put it on the PATH.\n',
    });
  });
});
