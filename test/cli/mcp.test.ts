import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  askedFactSchema,
  checkedCommentsSchema,
  verifiedClaimSchema,
} from '../../src/protocol/agent-tools.ts';
import { startCommand } from '../support/command-line.ts';
import { installedIn } from '../support/library-claims.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';

const resultSchema = z.object({
  isError: z.boolean().optional(),
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
});

const client = new Client({ name: 'test', version: '1.0.0' });
const serverIn = (cwd: string, locale: string) =>
  new StdioClientTransport({
    command: process.execPath,
    args: [resolve('dist/cli.cjs'), 'mcp'],
    cwd,
    env: {
      ...process.env,
      FACTPROBE_LOCALE: locale,
      FACTPROBE_CACHE_DIR: mkdtempSync(join(tmpdir(), 'factprobe-mcp-')),
    },
  });

beforeAll(() => client.connect(serverIn(resolve('sample'), 'en')));
afterAll(() => client.close());

async function call(name: string, input: Readonly<Record<string, unknown>>) {
  const result = resultSchema.parse(await client.callTool({ name, arguments: input }));
  return { ...result, text: result.content.map(({ text }) => text).join('\n') };
}

describe('factprobe mcp, by a client of the official SDK', () => {
  it('offers three tools that only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask_api_fact', 'verify_claim', 'check_comments']);
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(inputSchema.type).toBe('object');
      expect(outputSchema?.type).toBe('object');
    }
  });

  it('answers a question with its evidence', async () => {
    const { text, structuredContent } = await call('ask_api_fact', {
      question: 'What is the default of limit in tidewater.Client.levels?',
    });
    const fact = askedFactSchema.parse(structuredContent);
    expect(fact.answer).toBe('The default of limit in tidewater.Client.levels is 48 (tidewater 1.4.2).');
    expect(fact.evidence).toMatchObject([
      {
        file: '.venv/lib/python3.12/site-packages/tidewater/client.py',
        quote: 'limit: int = 48',
        package: 'tidewater',
        version: '1.4.2',
      },
    ]);
    expect(text).toContain('tidewater/client.py:30 (tidewater 1.4.2)\n    limit: int = 48');
  });

  it('declines a question without failing', async () => {
    const { isError, structuredContent } = await call('ask_api_fact', {
      question: 'since when is retry deprecated',
    });
    expect(isError ?? false).toBe(false);
    const fact = askedFactSchema.parse(structuredContent);
    expect(fact).toMatchObject({ attempted: false, answer: null });
    expect(fact.reason).toContain('retry is not deprecated');
  });

  it.each([
    ['The default of limit in tidewater.Client.levels is 48', 'supported'],
    ['The default of limit in tidewater.Client.levels is 24', 'contradicted'],
    ['Everybody likes tidewater.Client.levels', 'unverified'],
  ])('holds “%s” against the installed library: %s', async (claim, verdict) => {
    const { structuredContent } = await call('verify_claim', { claim });
    expect(verifiedClaimSchema.parse(structuredContent)).toMatchObject({ claim, verdict });
  });

  it('checks the comments of a file', async () => {
    const { structuredContent } = await call('check_comments', { paths: ['src/upload.ts'] });
    const checked = checkedCommentsSchema.parse(structuredContent);
    expect(checked.files).toBe(1);
    expect(checked.findings.length).toBeGreaterThan(0);
    for (const finding of checked.findings) {
      expect(finding).toMatchObject({ file: 'src/upload.ts', verdict: 'contradicted' });
      expect(finding.evidence.length).toBeGreaterThan(0);
    }
    const { structuredContent: less } = await call('check_comments', { maximum: 1 });
    const cut = checkedCommentsSchema.parse(less);
    expect(cut.findings).toHaveLength(1);
    expect(cut.omitted).toBeGreaterThan(0);
  });

  it.each([
    ['check_comments', { paths: ['../README.md'] }, '../README.md lies outside of the workspace'],
    ['check_comments', { paths: ['/etc/passwd'] }, '/etc/passwd lies outside of the workspace'],
    ['check_comments', { paths: ['absent.ts'] }, 'There is no absent.ts in the workspace'],
    ['verify_claim', { claim: 'x', file: '../src/cli/main.ts' }, 'lies outside of the workspace'],
    ['verify_claim', { claim: 'x', line: 0 }, 'verify_claim can’t take these arguments: line:'],
    ['ask_api_fact', {}, 'ask_api_fact can’t take these arguments: question:'],
    ['ask_api_fact', { question: 'x', more: 1 }, 'Unrecognized key'],
    ['ask_api_fact', { question: 'x', at: 'upload.ts' }, 'upload.ts'],
    ['rm', {}, 'There is no tool rm'],
  ])('says in a sentence what is wrong with %s %j', async (name, input, sentence) => {
    const { isError, text, structuredContent } = await call(name, input);
    expect(isError).toBe(true);
    expect(text.replaceAll("'", '’')).toContain(sentence);
    expect(structuredContent).toBeUndefined();
  });
});

it('reads no source outside of its working directory, and answers in the language of its environment', async () => {
  const root = temporaryWorkspace({
    'package.json': '{ "name": "harbour", "version": "1.0.0" }',
    'far.ts': '/** @param [a=1] One. */\nexport function far(a = 2) {}\n',
    'quay/near.ts': '/** @since 9.9 */\nexport function near() {}\n',
    'quay/link.ts': { link: '../far.ts' },
  });
  const own = new Client({ name: 'test', version: '1.0.0' });
  await own.connect(serverIn(`${root}/quay`, 'zh-cn'));
  const result = resultSchema.parse(await own.callTool({ name: 'check_comments', arguments: { all: true } }));
  const { files, findings } = checkedCommentsSchema.parse(result.structuredContent);
  expect(files).toBe(1);
  expect(findings.map(({ verdict }) => verdict)).toEqual(['unverified']);
  const linked = resultSchema.parse(
    await own.callTool({ name: 'check_comments', arguments: { paths: ['link.ts'] } }),
  );
  expect(linked).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('link.ts') }] });
  expect(linked.content[0]?.text).toMatch(/\p{Script=Han}/u);
  await own.close();
});

it('holds comments against what is installed', async () => {
  const root = temporaryWorkspace({
    ...installedIn('.'),
    'ship.py': 'import moorings\n\n# The default `knots` of `moorings.tie` is 4.\nmoorings.tie("rope")\n',
  });
  const own = new Client({ name: 'test', version: '1.0.0' });
  await own.connect(serverIn(root, 'en'));
  const result = resultSchema.parse(
    await own.callTool({ name: 'check_comments', arguments: { paths: ['ship.py'] } }),
  );
  const { findings } = checkedCommentsSchema.parse(result.structuredContent);
  expect(findings).toMatchObject([
    {
      kind: 'external-api',
      verdict: 'contradicted',
      evidence: [{ quote: 'knots=3', package: 'moorings', version: '2.4.1' }],
    },
  ]);
  await own.close();
});

it('ends when its input ends', async () => {
  const { child, heard, ended } = startCommand(['mcp'], { cwd: resolve('sample') });
  child.stdin.end();
  await ended;
  expect({ code: child.exitCode, ...heard }).toEqual({ code: 0, output: '', errors: '' });
});
