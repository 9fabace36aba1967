import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import chinese from '../../package.nls.zh-cn.json' with { type: 'json' };
import { claimKinds } from '../../src/core/claims/index.ts';
import { settingsSchema } from '../../src/protocol/settings.ts';
import { describedTools } from '../../src/server/agent-tools/run-agent-tool.ts';

const { contributes } = manifest;
const settings: Readonly<Record<string, { readonly default: unknown }>> =
  contributes.configuration.properties;

/** The server is never told of it: the extension asks it to run examples, or doesn't. */
const runExamples = 'factprobe.check.runExamples';

describe('package.json', () => {
  it('says every text in both languages, and none that nobody reads', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
    expect(Object.keys(english).toSorted()).toEqual([...new Set(used)].toSorted());
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
  });

  it('lets nobody but the user turn on that examples are run', () => {
    const { [runExamples]: setting } = contributes.configuration.properties;
    expect([setting.default, setting.scope]).toEqual([false, 'application']);
  });

  it('has the defaults that the server falls back to', () => {
    const { check } = settingsSchema.parse({});
    const declared = Object.entries(settings).filter(
      ([key]) => key.startsWith('factprobe.check.') && key !== runExamples,
    );
    expect(
      Object.fromEntries(
        declared.map(([key, value]) => [key.replace('factprobe.check.', ''), value.default]),
      ),
    ).toEqual(check);
  });

  it('lists every kind of claim with what it says', () => {
    const { items } = contributes.configuration.properties['factprobe.check.kinds'];
    expect(items.enum).toEqual([...claimKinds]);
    expect(items.enumDescriptions).toHaveLength(claimKinds.length);
  });

  it('describes the tools for agents as the server does', () => {
    const { languageModelTools } = contributes;
    expect(
      languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
        name,
        modelDescription,
        inputSchema,
      })),
    ).toEqual(
      describedTools.map(({ name, description, inputSchema: { $schema: _, ...inputSchema } }) => ({
        name,
        modelDescription: description,
        inputSchema,
      })),
    );
  });

  it('contributes the commands that the extension registers', async () => {
    const entry = await readFile('src/extension/extension.ts', 'utf8');
    const names = contributes.commands.map(({ command }) => command.replace('factprobe.', ''));
    const registered = [...entry.matchAll(/^ +register(\w+)\(/gm)].map(([, name]) => name?.toLowerCase());
    expect(registered.toSorted()).toEqual(names.map((name) => name.toLowerCase()).toSorted());
    expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Factprobe']));
  });
});
