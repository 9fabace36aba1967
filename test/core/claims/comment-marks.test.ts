import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../src/core/source/index.ts';
import { findingsOf } from '../../support/claims.ts';

/** Two functions that say 3 where the code has 5; the places are comments or nothing. */
const javascript = ({ top = '', above = '', beside = '', inside = '' }) =>
  [
    ...(top === '' ? [] : [top]),
    ...(above === '' ? [] : [above]),
    '/**',
    ` * @param {number} [a=3] How often.${beside}`,
    ...(inside === '' ? [] : [inside]),
    ' */',
    'function f(a = 5) { return a }',
    '',
    '/** @param {number} [b=3] How often. */',
    'function g(b = 5) { return b }',
    '',
  ].join('\n');

const python = ({ above = '', inside = '' }) =>
  [
    ...(above === '' ? [] : [above]),
    'def f(a=5):',
    '    """F.',
    ...(inside === '' ? [] : [inside]),
    '',
    '    Args:',
    '        a: How often. Defaults to 3.',
    '    """',
    '    return a',
    '',
    'def g(b=5):',
    '    """G.',
    '',
    '    Args:',
    '        b: How often. Defaults to 3.',
    '    """',
    '    return b',
    '',
  ].join('\n');

async function contradicted(languageId: LanguageId, text: string): Promise<readonly string[]> {
  const findings = await findingsOf(languageId, text);
  return findings
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ evidence }) => evidence[0]?.quote ?? '');
}

const all = ['a = 5', 'b = 5'];
const second = ['b = 5'];

describe('marks in comments', () => {
  it.each([
    [{ top: '// factprobe-ignore-file' }, []],
    [{ top: '/* Copyright.\n * factprobe-ignore-file default, returns\n */' }, []],
    [{ top: '// factprobe-ignore-file returns' }, all],
    [{ beside: ' factprobe-ignore' }, second],
    [{ beside: ' factprobe-ignore-line default -- by hand' }, second],
    [{ beside: ' factprobe-ignore returns' }, all],
    [{ above: '// factprobe-ignore' }, second],
    [{ above: '// factprobe-ignore-next-line default: as the server has it' }, second],
    [{ above: '// factprobe-ignore-line' }, all],
    [{ inside: ' * factprobe-ignore' }, second],
    [{ inside: ' * factprobe-accurate default' }, second],
    [{ inside: ' * factprobe-ignore-next-line' }, all],
    [{ top: "const s = '// factprobe-ignore-file';" }, all],
    [{ top: '// factprobe-ignores-file', above: '// factprobe-ignore-nothing' }, all],
  ])('in JavaScript: %j', async (places, expected) => {
    expect(await contradicted('javascript', javascript(places))).toEqual(expected);
    expect(await contradicted('javascript', javascript(places).replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it.each([
    [{ above: '# factprobe-ignore-file' }, []],
    [{ above: '# factprobe-ignore' }, ['b=5']],
    [{ above: '# factprobe-ignore returns' }, ['a=5', 'b=5']],
    [{ inside: '    factprobe-accurate' }, ['b=5']],
    [{ inside: '    Some say factprobe-ignore-file default.' }, []],
    [{ above: 's = "# factprobe-ignore-file"' }, ['a=5', 'b=5']],
  ])('in Python: %j', async (places, expected) => {
    expect(await contradicted('python', python(places))).toEqual(expected);
  });

  it('hold for one claim by its fingerprint, until the claim or its code changes', async () => {
    const plain = javascript({});
    const findings = await findingsOf('javascript', plain);
    const { fingerprint = '' } = findings.findLast(({ verdict }) => verdict === 'contradicted') ?? {};
    const marked = javascript({ top: `// factprobe-accurate ${fingerprint}` });
    expect(await contradicted('javascript', marked)).toEqual(['a = 5']);
    expect(await contradicted('javascript', `\n\n${marked}`)).toEqual(['a = 5']);
    expect(await contradicted('javascript', marked.replace('b = 5', 'b = 6'))).toEqual(['a = 5', 'b = 6']);
    expect(await contradicted('javascript', marked.replace('b=3', 'b=4'))).toEqual(all);
  });
});
