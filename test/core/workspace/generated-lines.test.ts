import { describe, expect, it } from 'vitest';
import { isAgent } from '../../../src/core/workspace/agent-trailer.ts';
import { agentCommits, linesOfCommits } from '../../../src/core/workspace/generated-lines.ts';

const id = (letter: string) => letter.repeat(40);

describe('lines that an agent committed', () => {
  it.each([
    'Claude <noreply@anthropic.com>',
    'Copilot <198982749+Copilot@users.noreply.github.com>',
    'copilot-swe-agent[bot] <198982749+copilot-swe-agent[bot]@users.noreply.github.com>',
    'Cursor Agent <cursoragent@cursor.com>',
    'Codex <noreply@openai.com>',
    'aider (gpt-5) <aider@aider.chat>',
    'devin-ai-integration[bot] <158243242+devin-ai-integration[bot]@users.noreply.github.com>',
  ])('knows %s', (trailer) => {
    expect(isAgent(trailer)).toBe(true);
  });

  it.each([
    'Claude Monet <claude@example.org>',
    'Ada <1234+ada@users.noreply.github.com>',
    'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    '',
  ])('takes “%s” for nobody of them', (trailer) => {
    expect(isAgent(trailer)).toBe(false);
  });

  it('picks the commits of agents with the files that they changed', () => {
    const entry = (letter: string, trailers: readonly string[], names: readonly string[]) =>
      `\x1e${id(letter)}\x1d${trailers.join('\x1f')}\x1d\0\n${names.join('\0')}\0`;
    const log = [
      entry('a', [], ['own.js']),
      entry('b', ['Ada <ada@example.org>', 'Claude <noreply@anthropic.com>'], ['a b.js', '港.py']),
      entry('c', ['Ada <ada@example.org>'], ['shared.js']),
    ].join('');
    const { ids, names } = agentCommits(log);
    expect([...ids]).toEqual([id('b')]);
    expect([...names]).toEqual(['a b.js', '港.py']);
  });

  it('takes neighbouring lines of theirs together', () => {
    const blame = [
      `${id('b')} 1 1 2`,
      'author Ada',
      '\tone',
      `${id('b')} 2 2`,
      '\ttwo',
      `${id('a')} 1 3 1`,
      `\t${id('b')} 9 9`,
      `${id('b')} 7 4 1`,
      '\tfour',
    ].join('\n');
    expect(linesOfCommits(blame, new Set([id('b')]))).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
  });
});
