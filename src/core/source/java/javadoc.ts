import type { TagStyle } from '../reading/tagged-comment.ts';

/** Javadoc: block tags, and markup that is written `{@code 10}` or `<code>10</code>`. */
export const javadoc: TagStyle = {
  format: 'javadoc',
  tag: /^\s*@(?<tag>[A-Za-z][\w.-]*)(?![\w@])/,
  // `@param <T>` documents a type parameter.
  parameters: {
    names: new Set(['param']),
    words: /^(?<name>[\p{L}_$][\p{L}\p{N}_$]*)(?![\p{L}\p{N}_$.<(])/u,
  },
  returns: { names: new Set(['return', 'returns']), words: /^/ },
  raises: {
    names: new Set(['throws', 'exception']),
    words: /^(?<type>[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*)/u,
  },
  plain: inBackticks,
};

/** Code of Javadoc and HTML in backticks, with spaces for the rest of its marks. */
export function inBackticks(line: string): string {
  return line
    .replace(/\{@(?:code|literal|value)\s+([^{}`]*?)\}/g, inTicks)
    .replace(/<(?:code|tt|c)>([^<>`]*)<\/(?:code|tt|c)>/gi, inTicks);
}

function inTicks(all: string, content: string): string {
  const at = all.indexOf(content, 2);
  const bare = content.trim();
  if (bare === '') return all;
  const start = content.indexOf(bare) + at;
  return `${' '.repeat(start - 1)}\`${bare}`.padEnd(all.length - 1, ' ').concat('`');
}
