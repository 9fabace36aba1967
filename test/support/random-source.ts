/** A generator of numbers from 0 up to below 1 that a seed decides (mulberry32). */
export function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pieces =
  '😀|漢|\t|\r\n|\r|\n| |\u2028|\0|"""|\'|`|/**|*/|@param|@returns {|[|]|{|}|(|)|=|:|,|Args:\n|Returns:\n|Defaults to |=0x|\\|#|//|7|-----\n|Raises\n------\n|:param |:rtype:|@type |5 seconds|more than 10|次|;|<|>=';
const pieceList = pieces.split('|');

/** The text with one to four small changes. */
export function mutated(text: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  let result = text;
  for (let i = below(4) + 1; i > 0; i--) {
    const at = below(result.length + 1);
    const end = at + below(below(4) === 0 ? 120 : 4);
    const lines = result.split('\n');
    const line = below(lines.length);
    const changes: readonly (() => string)[] = [
      () => result.slice(0, at) + result.slice(end),
      () => result.slice(0, at) + (pieceList[below(pieceList.length)] ?? '') + result.slice(at),
      () => result.slice(0, at) + result.slice(at, end).repeat(3) + result.slice(end),
      () =>
        lines.toSpliced(line, 1, ...lines.slice(line, line + 1), ...lines.slice(line, line + 1)).join('\n'),
      () => lines.toSpliced(line, 1).join('\n'),
      () => result.replaceAll('\n', '\r\n'),
    ];
    result = changes[below(changes.length)]?.() ?? result;
  }
  return result;
}

/** A new text out of lines and pieces of another one in any order. */
export function shuffled(text: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const lines = text.split('\n');
  return Array.from({ length: below(25) + 1 }, () => {
    const line = lines[below(lines.length)] ?? '';
    const indent = '\t    '.slice(0, below(6));
    return below(3) === 0 ? `${indent}${line.trimStart()}${pieceList[below(pieceList.length)] ?? ''}` : line;
  }).join(below(8) === 0 ? '\r\n' : '\n');
}
