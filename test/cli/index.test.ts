import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runCommand, startCommand } from '../support/command-line.ts';
import { manifest, temporaryWorkspace } from '../support/temporary-workspace.ts';

function workspaceOf() {
  const cwd = temporaryWorkspace({
    'package.json': manifest('app'),
    '.venv/lib/python3.12/site-packages/keep/__init__.py': '',
    '.venv/pyvenv.cfg': '',
    'node_modules/words/package.json': manifest('words', { version: '3.0.0' }),
    'node_modules/words/lib/short.d.ts':
      '/** Shortens a text, at whole words where it can. */\nexport declare function abbreviate(text: string, length?: number): string;\n',
    'node_modules/words/index.d.ts': "export * from './lib/short.js';\n",
    'guide/rules.md': '# Rules\n\nBranches carry the number of their ticket.\n',
  });
  const environment = { FACTPROBE_CACHE_DIR: join(cwd, 'cache') };
  return { cwd, environment };
}

describe('factprobe index', () => {
  it('reads what is installed, then only what changed, and says where it lies', async () => {
    const options = workspaceOf();
    const before = await runCommand(['index', '--status'], options);
    expect(before).toMatchObject({ code: 0, errors: '' });
    expect(before.output).toContain(
      '0 of 1 packages that this folder sees are indexed; factprobe index reads',
    );
    const first = await runCommand(['index'], options);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toBe(
      `1 package was read: 1 in the index of this folder.\n1 declarations and 1 passages of 1 packages, 1 MB in ${options.cwd}/cache/index-2.sqlite\n`,
    );
    expect((await runCommand(['index'], options)).output).toMatch(/^Nothing had changed: 1 in the index/);
    writeFileSync(join(options.cwd, 'node_modules/words/lib/more.d.ts'), 'export const more: number;\n');
    expect((await runCommand(['index', '--status'], options)).output).toContain('0 of 1 packages');
    expect((await runCommand(['index'], options)).output).toContain('1 package was read');
    expect((await runCommand(['index', '--status'], options)).output).toContain('1 of 1 packages');
    expect((await runCommand(['index', '--rebuild'], options)).output).toContain('1 package was read');
  });

  it('takes a folder of documentation until it is gone', async () => {
    const options = workspaceOf();
    const added = await runCommand(['index', '--add', 'guide'], options);
    expect(added.code).toBe(0);
    expect(added.errors).toBe(`${options.cwd}/guide is evidence from now on.\n`);
    expect(added.output).toContain('2 packages were read: 2 in the index');
    writeFileSync(join(options.cwd, 'guide/rules.md'), '# Rules\n\nNone any more.\n');
    expect((await runCommand(['index'], options)).output).toContain('1 package was read');
    rmSync(join(options.cwd, 'guide'), { recursive: true });
    const gone = await runCommand(['index'], options);
    expect(gone.output).toContain(`${options.cwd}/guide was added as documentation and is no longer there`);
  });

  it('takes a folder of documentation out again, also one that is gone', async () => {
    const options = workspaceOf();
    await runCommand(['index', '--add', 'guide'], options);
    rmSync(join(options.cwd, 'guide'), { recursive: true });
    const removed = await runCommand(['index', '--remove', 'guide'], options);
    expect(removed).toMatchObject({ code: 0, errors: `${options.cwd}/guide is no evidence any more.\n` });
    expect(removed.output).not.toContain('no longer there');
    const again = await runCommand(['index', '--remove', 'guide'], options);
    expect(again).toMatchObject({ code: 2, output: '' });
    expect(again.errors).toBe(
      `factprobe: ${options.cwd}/guide was never added as documentation; nothing was.\n`,
    );
  });

  it('says in one sentence what is wrong', async () => {
    const options = workspaceOf();
    const missing = await runCommand(['index', '--add', 'nowhere'], options);
    expect(missing).toMatchObject({ code: 2, output: '' });
    expect(missing.errors).toBe(
      `factprobe: ${options.cwd}/nowhere is not a folder. Name a folder with documentation in it.\n`,
    );
    const both = await runCommand(['index', '--status', '--rebuild'], options);
    expect(both).toMatchObject({ code: 2, output: '' });
    expect(both.errors).toBe('factprobe: Use one of --status, --rebuild, --add and --remove at a time.\n');
  });

  it('is told by doctor to be in memory where the cache folder is none', async () => {
    const options = workspaceOf();
    writeFileSync(join(options.cwd, 'cache'), '');
    const doctor = await runCommand(['doctor'], options);
    expect(doctor.code).toBe(0);
    expect(doctor.output).toMatch(/Index\s+in memory only/);
    expect(doctor.errors).toContain('make it writable, or set FACTPROBE_CACHE_DIR');
    const built = await runCommand(['index'], options);
    expect(built.output).toContain('The index cannot be kept on this machine');
  });

  it('answers about a symbol that no manifest names, in two processes at once with nothing indexed', async () => {
    const options = workspaceOf();
    const asked = ['ask', '--model', 'none', 'what is the type of length in abbreviate'];
    const answers = await Promise.all([runCommand(asked, options), runCommand(asked, options)]);
    for (const { code, output } of answers) {
      expect(code).toBe(0);
      expect(output).toContain('number (words 3.0.0)');
    }
  });

  it('ends when it is interrupted, and the next one goes on', async () => {
    const options = workspaceOf();
    for (let i = 0; i < 300; i++) {
      const root = join(options.cwd, `node_modules/package-${i}`);
      mkdirSync(root);
      writeFileSync(join(root, 'package.json'), manifest(`package-${i}`));
      writeFileSync(join(root, 'index.js'), `exports.name${i} = 1;\n`.repeat(300));
    }
    const { child, ended } = startCommand(['index'], options);
    const database = join(options.cwd, 'cache/index-2.sqlite');
    while (!existsSync(database) && child.exitCode === null) await setTimeout(5);
    child.kill('SIGINT');
    await ended;
    expect([0, 130]).toContain(child.exitCode);
    expect((await runCommand(['index'], options)).output).toContain('301 in the index of this folder');
  });
});
