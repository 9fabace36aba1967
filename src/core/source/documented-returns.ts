import type { DocComment, DocReturns } from './doc-comment.ts';
import { DocText } from './doc-text.ts';

/** A sentence that says what comes back, from the summary's first word on: `Return the number of rows.` */
const value =
  /^(?:Returns?\s+(?=(?:the|an?|true|false|whether|all)\b)(?:[^.\n]|\n(?!\s*\n)|\.(?=\w))*|返回(?![^。\n]*(?:到|至|上一|给))[^。\n]+)/di;
/** What goes back somewhere, or is handed over otherwise than by a return. */
const elsewhere =
  /\b(?:to|into|back|via|through|callback|asynchronously|control|early|prints?|emits?|sends?|writes?|yields?)\b/i;
/** A sentence that says that nothing comes back, whatever happens. */
const nothing =
  /(?:^|[.!?]\s+|\n\s*\n|。\s*)(?:(?:it|this(?:\s+(?:function|method))?)\s+)?(?:always\s+)?(?:returns?\s+(`{0,2})(?:None|nothing|undefined|void)\1(?=\s*(?:[.;]|$))|(?:总是|始终)?返回\s*`{0,2}(?:None|undefined|空值)`{0,2}(?=\s*(?:[。；;.]|$))|(?:不返回任?何?值|无返回值)(?=\s*(?:[。；;.]|$)))/di;

/** What the words of a comment that has no tag or section for it say of what comes back; at most one. */
export function returnsInProse({ summary, returns, yields }: DocComment): readonly DocReturns[] {
  if (returns.length > 0 || yields.length > 0) return [];
  const none = nothing.exec(summary.text);
  if (none !== null) {
    const lead = /^(?:[.!?]\s+|\n\s*\n|。\s*)/.exec(none[0])?.[0].length ?? 0;
    return [statementAt(summary, none.index + lead, none.index + none[0].length, 'None')];
  }
  const first = value.exec(summary.text);
  if (first === null || elsewhere.test(first[0])) return [];
  return [statementAt(summary, 0, first[0].trimEnd().length)];
}

function statementAt(summary: DocText, start: number, end: number, says?: string): DocReturns {
  const claim = summary.quote(start, end);
  const verb = /^(?:Returns?\s+|返回\s*)/i.exec(claim.text)?.[0].length ?? 0;
  const text = says ?? claim.text.slice(verb);
  // A description of several lines is read as one: only its words matter here.
  const description = new DocText([{ text, offset: claim.span.start + (says === undefined ? verb : 0) }]);
  return { description, claim, entry: claim.span };
}
