import { describe, expect, it } from 'vitest';
import { applyEdits, claimRemedies, type Remedy } from '../../../src/core/claims/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { type LanguageId, languageById, SourceText } from '../../../src/core/source/index.ts';
import { findingsOf } from '../../support/claims.ts';
import { checkTools } from '../../support/tools.ts';

/** The text after each remedy for the first contradicted claim, by what it does. */
async function remedied(languageId: LanguageId, text: string): Promise<Readonly<Record<string, string>>> {
  const language = languageById(languageId);
  const finding = (await findingsOf(languageId, text)).find(({ verdict }) => verdict === 'contradicted');
  if (language === undefined || finding === undefined) throw new Error('nothing is contradicted');
  const { fingerprint } = finding;
  const request = { text, path: '/harbour/file', language, cancellation: neverCancelled, fingerprint };
  const remedies = await claimRemedies(await checkTools(), request);
  return Object.fromEntries(remedies.map((remedy) => [remedy.kind, after(text, remedy)]));
}

function after(text: string, { edits }: Remedy): string {
  const source = new SourceText(text);
  return (
    applyEdits(
      text,
      edits.map(({ range, newText }) => ({ span: source.spanOf(range), newText })),
    ) ?? ''
  );
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

describe('a claim is deleted', () => {
  it.each<[string, LanguageId, string, string]>([
    [
      'the value in brackets',
      'javascript',
      lines('/**', ' * @param {number} [a=3] How often.', ' */', 'function f(a = 5) { return a }'),
      lines('/**', ' * @param {number} [a] How often.', ' */', 'function f(a = 5) { return a }'),
    ],
    [
      'words in parentheses',
      'javascript',
      lines('/**', ' * @param {number} [a] How often (default: 3).', ' */', 'function f(a = 5) { return a }'),
      lines('/**', ' * @param {number} [a] How often.', ' */', 'function f(a = 5) { return a }'),
    ],
    [
      'a sentence behind another one',
      'python',
      lines(
        'def f(a=5):',
        '    """F.',
        '',
        '    Args:',
        '        a: How often. Defaults to 3.',
        '    """',
        '    return a',
      ),
      lines('def f(a=5):', '    """F.', '', '    Args:', '        a: How often.', '    """', '    return a'),
    ],
    [
      'words behind a comma',
      'python',
      lines(
        'def f(a=5):',
        '    """F.',
        '',
        '    Parameters',
        '    ----------',
        '    a : int, default 3',
        '        How often.',
        '    """',
        '    return a',
      ),
      lines(
        'def f(a=5):',
        '    """F.',
        '',
        '    Parameters',
        '    ----------',
        '    a : int',
        '        How often.',
        '    """',
        '    return a',
      ),
    ],
    [
      'a tag',
      'typescript',
      lines(
        'class Buoy {',
        '  /**',
        '   * How long the chain is.',
        '   *',
        '   * @default 10',
        '   */',
        '  chain = 12;',
        '}',
      ),
      lines('class Buoy {', '  /**', '   * How long the chain is.', '   *', '   */', '  chain = 12;', '}'),
    ],
  ])('%s', async (_, language, text, expected) => {
    expect((await remedied(language, text))['delete-claim']).toBe(expected);
  });
});

describe('a claim that can’t be cut out of its comment', () => {
  it('is not offered for deletion when the correction does the same', async () => {
    const text = lines('/**', ' * @returns {number} How many.', ' */', 'function f(a) { put(a) }');
    const [finding] = await findingsOf('javascript', text);
    expect(finding?.fix?.edits).toHaveLength(1);
    expect(Object.keys(await remedied('javascript', text))).toEqual([
      'ignore-claim',
      'ignore-line',
      'ignore-file',
    ]);
  });

  it('has no remedy once it is gone', async () => {
    const language = languageById('javascript');
    if (language === undefined) throw new Error('no JavaScript');
    const request = { path: '', language, cancellation: neverCancelled, fingerprint: '0123456789abcdef' };
    const text = '/** @param {number} [a=3] How often. */\nfunction f(a = 5) { return a }\n';
    expect(await claimRemedies(await checkTools(), { ...request, text })).toEqual([]);
  });
});

describe('marks', () => {
  const method = ['  /**', '   * @param {number} [a=3] How often.', '   */', '  f(a = 5) { return a }', '}'];

  it('stand above, behind and on top, at the indentation of what they are about', async () => {
    const text = lines('class A {', ...method);
    expect(await remedied('javascript', text)).toMatchObject({
      'ignore-claim': lines('class A {', '  // factprobe-ignore default', ...method),
      'ignore-line': text.replace('How often.', 'How often. factprobe-ignore-line'),
      'ignore-file': lines('// factprobe-ignore-file', 'class A {', ...method),
    });
  });

  it('keep the line breaks of the text', async () => {
    const text = lines('class A {', ...method).replaceAll('\n', '\r\n');
    expect(await remedied('javascript', text)).toMatchObject({
      'ignore-claim': text.replace('{\r\n', '{\r\n  // factprobe-ignore default\r\n'),
      'ignore-line': text.replace('How often.', 'How often. factprobe-ignore-line'),
      'ignore-file': `// factprobe-ignore-file\r\n${text}`,
    });
  });

  it('name the fingerprint where the kind alone would hide another claim too', async () => {
    const text = lines(
      '/**',
      ' * @param {number} [a=3] How often.',
      ' * @param {number} [b=3] How long.',
      ' */',
      'function f(a = 5, b = 5) { return a + b }',
    );
    const marked = (await remedied('javascript', text))['ignore-claim'];
    expect(marked).toMatch(/^\/\/ factprobe-ignore default [0-9a-f]{16}\n\/\*\*\n/);
    expect(marked?.slice(marked.indexOf('\n') + 1)).toBe(text);
  });

  it('stand above the function of a docstring, and below what a program reads from the first lines', async () => {
    const head = ['#!/usr/bin/env python3', '# -*- coding: utf-8 -*-'];
    const body = ['"""M."""', '', 'class A:'];
    const documented = [
      '    def f(self, a=5):',
      '        """F.',
      '',
      '        Args:',
      '            a: How often. Defaults to 3.',
      '        """',
      '        return a',
    ];
    const text = lines(...head, ...body, ...documented);
    expect(await remedied('python', text)).toMatchObject({
      'ignore-claim': lines(...head, ...body, '    # factprobe-ignore default', ...documented),
      'ignore-line': text.replace('Defaults to 3.', 'Defaults to 3. factprobe-ignore-line'),
      'ignore-file': lines(...head, '# factprobe-ignore-file', ...body, ...documented),
    });
  });

  it('stand behind a docstring and a comment that end on the line', async () => {
    const text = lines('def f(a=5):', '    """F.', '', '    :param a: Defaults to 3."""', '    return a');
    expect(await remedied('python', text)).toMatchObject({
      'ignore-line': text.replace('3."""', '3."""  # factprobe-ignore-line'),
    });
    const block = lines('/** @param {number} [a=3] How often. */', 'function f(a = 5) { return a }');
    expect(await remedied('javascript', block)).toMatchObject({
      'ignore-line': block.replace(' */', ' */ // factprobe-ignore-line'),
    });
    const beside = lines('const timeout = 5000; // waits 3 seconds');
    expect(await remedied('typescript', beside)).toMatchObject({
      'ignore-claim': `// factprobe-ignore constant\n${beside}`,
      'ignore-line': beside.replace('seconds', 'seconds factprobe-ignore-line'),
    });
  });

  it.each([
    ['<?php', '<?php\n// factprobe-ignore-file\n'],
    ['<h1>Tides</h1>\n<?php', '<?php // factprobe-ignore-file ?>\n<h1>Tides</h1>\n<?php\n'],
  ])('stand where PHP reads code: %j', async (head, expected) => {
    const rest = '/**\n * @param int $a How often. Defaults to 3.\n */\nfunction f($a = 5) { return $a; }\n';
    const marked = (await remedied('php', `${head}\n${rest}`))['ignore-file'];
    expect(marked).toBe(expected + rest);
  });
});
