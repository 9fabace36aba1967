import type { CommentLine } from '../reading/comment-lines.ts';
import type { TagStyle } from '../reading/tagged-comment.ts';

/** The comments of GTK and of the Linux kernel: `name:` in the first line, then `@parameter: …`. */
export const gtkDoc: TagStyle = {
  format: 'gtk-doc',
  tag: /^\s*(?<tag>@(?=\w+:)|Returns?(?: value)?:|(?:Since|Deprecated|Stability|Context)(?=:))/,
  parameters: { names: new Set(['@']), words: /^(?<name>\w+):/ },
  returns: { names: new Set(['return:', 'returns:', 'return value:']), words: /^/ },
  raises: { names: new Set(), words: /^/ },
  endsAtEmptyLine: true,
};

/** The symbol that such a comment documents, by its first line; `undefined` when it is another kind of comment. */
export function gtkDocSymbol(lines: readonly CommentLine[]): string | undefined {
  const first = lines.find(({ text }) => text.trim() !== '');
  if (!lines.some(({ text }) => /^\s*@\w+:/.test(text))) return undefined;
  return /^\s*(?:struct |union |enum )?([\w.:-]*\w)\s*(?:\(.*?\))?\s*(?:-\s|:|$)/.exec(
    first?.text ?? '',
  )?.[1];
}
