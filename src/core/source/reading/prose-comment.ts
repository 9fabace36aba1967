import type { DocComment, DocTag } from '../doc-comment.ts';
import { DocText } from '../doc-text.ts';
import type { Span } from '../span.ts';
import { type CommentLine, entryOf } from './comment-lines.ts';

/** A comment that is prose alone, with its `Deprecated: …` paragraph as a tag. */
export function readProseComment(lines: readonly CommentLine[], span: Span): DocComment {
  return {
    format: 'plain',
    span,
    summary: new DocText(lines.map(({ text, offset }) => ({ text, offset }))),
    parameters: [],
    attributes: [],
    returns: [],
    yields: [],
    raises: [],
    tags: deprecationIn(lines),
  };
}

function deprecationIn(lines: readonly CommentLine[]): readonly DocTag[] {
  const start = lines.findIndex(({ text }) => /^\s*Deprecated:/.test(text));
  const first = lines[start];
  if (first === undefined) return [];
  const behind = lines.slice(start).findIndex(({ text }) => text.trim() === '');
  const own = behind < 0 ? lines.slice(start) : lines.slice(start, start + behind);
  const prose = new DocText(own.map(({ text, offset }) => ({ text, offset })));
  const at = first.text.indexOf(':') + 1;
  return [
    {
      name: 'deprecated',
      value: new DocText([
        {
          text: first.text.slice(at).trimStart(),
          offset: first.offset + first.text.length - first.text.slice(at).trimStart().length,
        },
        ...own.slice(1).map(({ text, offset }) => ({ text, offset })),
      ]),
      claim: prose.quote(first.text.indexOf('D'), first.text.length),
      entry: entryOf(own),
    },
  ];
}
