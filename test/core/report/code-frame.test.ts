import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../src/core/report/code-frame.ts';
import { plainStyle } from '../../../src/core/report/index.ts';
import { SourceText } from '../../../src/core/source/index.ts';
import { readMarkedText } from '../../support/marked-text.ts';

function frame(marked: string): readonly string[] {
  const { text, spans } = readMarkedText(marked);
  const source = new SourceText(text);
  const [span = { start: 0, end: 0 }] = spans;
  const lineOf = (_path: string, line: number) => {
    const { start, end } = source.lineSpan(line);
    return line < source.lineCount ? text.slice(start, end) : undefined;
  };
  return codeFrame('/a', source.rangeOf(span), { lineOf, style: plainStyle }).split('\n');
}

describe('code frames', () => {
  it('marks what they are for, behind tabs', () => {
    expect(frame('a\n\tb ⟦c⟧ d')).toEqual(['  2 | \tb c d', '    | \t  ^']);
  });

  it('counts two columns for wide characters', () => {
    expect(frame('漢😀é ⟦次数⟧ x')).toEqual(['  1 | 漢😀é 次数 x', '    |       ^^^^']);
  });

  it('shows control characters without letting them act', () => {
    expect(frame('a\u001b[2J ⟦c⟧')).toEqual(['  1 | a\uFFFD[2J c', '    |       ^']);
  });

  it('shows three lines of a long range', () => {
    expect(frame('⟦a\r\n  b\r\nc\r\nd⟧')).toEqual([
      '  1 | a',
      '    | ^',
      '  2 |   b',
      '    |   ^',
      '  3 | c',
      '    | ^',
    ]);
  });

  it('cuts a long line around what it is for', () => {
    const [code = '', marks = ''] = frame(`${'x'.repeat(500)}⟦here⟧${'y'.repeat(500)}`);
    expect(code).toMatch(/^ {2}1 \| …x{40}herey{96}…$/);
    expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('here');
    const [, many = ''] = frame(`⟦${'z'.repeat(500)}⟧`);
    expect(many).toBe(`    | ${'^'.repeat(140)}`);
  });
});
