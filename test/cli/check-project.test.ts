import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command-line.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const wrong =
  '/**\n * @param {number} [retries=3] How often.\n * @returns {number} How many.\n */\nfunction get(retries = 5) { put(retries) }\n';

async function found(cwd: string, ...args: readonly string[]) {
  const { code, output, errors } = await runCommand(['check', '--format', 'json', ...args], { cwd });
  if (code === 2) return errors;
  const findings: readonly { file: string; kind: string; severity: string }[] = JSON.parse(output).findings;
  return [code, ...findings.map(({ file, kind, severity }) => `${file} ${kind} ${severity}`)];
}

const workspace = (settings: unknown) =>
  temporaryWorkspace({
    '.factprobe/config.json': JSON.stringify(settings),
    'a.js': wrong,
    'out/b.js': wrong,
  });

describe('factprobe check in a project', () => {
  it('leaves out what the project leaves out, unless it is named', async () => {
    const cwd = workspace({ kinds: ['default'], excludes: ['out/'] });
    expect(await found(cwd)).toEqual([1, 'a.js default warning']);
    expect(await found(cwd, 'out/b.js')).toEqual([1, 'out/b.js default warning']);
    expect(await found(cwd, 'out')).toEqual([1, 'out/b.js default warning']);
  });

  it('takes kinds of the command line instead of the project’s', async () => {
    const cwd = workspace({ kinds: ['default'], severities: { returns: 'information' } });
    expect(await found(cwd, '--kinds', 'returns', 'a.js')).toEqual([1, 'a.js returns information']);
  });

  it('checks no other languages than the project wants', async () => {
    const cwd = workspace({ languages: ['python'] });
    expect(await found(cwd)).toEqual([0]);
    expect(await found(cwd, '--kinds', 'default', 'a.js')).toEqual([1, 'a.js default warning']);
  });

  it('says nothing of what somebody marked as accurate', async () => {
    const cwd = workspace({ kinds: ['default'], excludes: ['out'] });
    const { output } = await runCommand(['check', '--format', 'json'], { cwd });
    const { file, kind, claim, fingerprint } = JSON.parse(output).findings[0];
    const marked = temporaryWorkspace({
      '.factprobe/accurate.jsonl': `${JSON.stringify({ file, kind, claim, fingerprint })}\n`,
      'a.js': wrong,
      'b.js': wrong.replace('retries = 5', 'retries = 6'),
    });
    expect(await found(marked, '--kinds', 'default')).toEqual([1, 'b.js default warning']);
  });

  it('ends with 2 and one sentence where the project’s files are broken', async () => {
    const cwd = workspace({ endpoints: [] });
    expect(await found(cwd)).toMatch(
      /^factprobe: .*\/\.factprobe\/config\.json cannot say where to send anything \(endpoints\): .*\n$/,
    );
  });
});
