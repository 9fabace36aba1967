import { describe, expect, it } from 'vitest';
import { checkBriefly, checkFile } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageById } from '../../../src/core/source/index.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const path = '/harbour/retries.js';
const trueOne = '/** @param [retries=3] How often. */\nfunction get(retries = 3) { return retries }\n';
const falseOne = '/** @param [retries=3] How often. */\nfunction put(retries = 5) { return retries }\n';
const marked = falseOne.replace('How often.', 'How often. factprobe-ignore');

async function bothOf(text: string) {
  const language = languageById('javascript');
  if (language === undefined) throw new Error('JavaScript is a language');
  const cache = createMemoryCacheStore();
  const files = createMemoryFiles({ [path]: text });
  const tools = { ...(await checkTools()), files, decode: decodeUtf8, cache, engine: 'engine' };
  const request = { path, language, cancellation: neverCancelled };
  const brief = await checkBriefly(tools, request);
  const whole = await checkFile(tools, request);
  return { brief, whole, again: await checkBriefly(tools, request) };
}

describe('a brief check', () => {
  it.each([
    ['true and false claims', trueOne + falseOne],
    ['the same false claim twice', falseOne + falseOne],
    ['claims that are true', trueOne],
    ['a claim that a mark keeps away', trueOne + marked + falseOne],
    ['no claims', 'let tide = 1;\n'],
  ])('tells of %s what a whole one does, but for what is not false', async (_, text) => {
    const { brief, whole } = await bothOf(text);
    expect(brief.findings).toEqual(whole.findings.filter(({ verdict }) => verdict === 'contradicted'));
    expect(brief).toMatchObject({ claims: whole.findings.length, documented: whole.documented });
  });

  it('tells the same again from what it kept', async () => {
    const { brief, again } = await bothOf(trueOne + falseOne);
    expect(again).toEqual(brief);
    expect(again.findings).toHaveLength(1);
  });
});
