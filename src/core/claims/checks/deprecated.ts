import { message } from '../../platform/index.ts';
import type { Declaration, DocText, Quote } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { undecided } from '../undecided.ts';
import { decideReference, type Reference } from './reference.ts';

/**
 * “Deprecated, use y instead” against the names that exist: false when y is nowhere and a slip away from one that is
 * there. That something is deprecated is supported by a decorator or a warning in the code; its absence proves nothing.
 */
export const deprecatedCheck: Check = {
  kind: 'deprecated',
  decide: async (subject) => {
    const decisions: Decision[] = [];
    for (const note of notesIn(subject.declaration)) decisions.push(await decideNote(note, subject));
    return decisions;
  },
};

interface Note {
  readonly claim: Quote;
  readonly words: DocText;
  /** Where the note begins in the words, and where it ends. */
  readonly from: number;
  readonly to: number;
}

function notesIn({ doc }: Declaration): readonly Note[] {
  if (doc === undefined) return [];
  const tagged = doc.tags
    .filter(({ name }) => name === 'deprecated')
    .map(({ claim, value }) => ({ claim, words: value, from: 0, to: value.text.length }));
  const { summary } = doc;
  const directives = [...summary.text.matchAll(/^\.\. deprecated::[^\n]*/gm)].map((match) => {
    const end = summary.text.indexOf('\n\n', match.index);
    const to = end < 0 ? summary.text.length : end;
    const claim = summary.quote(match.index, match.index + match[0].length);
    return { claim, words: summary, from: match.index, to };
  });
  return [...tagged, ...directives];
}

async function decideNote(note: Note, subject: CheckSubject): Promise<Decision> {
  const replacement = replacementIn(note);
  if (replacement !== undefined) {
    const decision = await decideReference(replacement, subject);
    return { ...decision, kind: 'deprecated', decidedBy: 'deprecated/replacement' };
  }
  const warning = warningOf(subject);
  return warning === undefined ? unverified(note, subject) : supported(note, subject, warning);
}

/** The name that is to be used instead; links and calls in backticks are references for themselves. */
function replacementIn({ words, from, to }: Note): Reference | undefined {
  const use =
    /\b(?:use|call|see|replaced\s+(?:by|with)|in\s+fav(?:or|our)\s+of|superseded\s+by)\s+(?:the\s+)?(?:\x60{1,2}([A-Za-z_$][\w$]*(?:[.#][\w$]+)*)\x60{1,2}|([A-Za-z_$][\w$]*(?:[.#][\w$]+)*)\(\))/di;
  const match = use.exec(words.text.slice(from, to));
  const written = match?.[1] ?? match?.[2];
  const place = match?.indices?.[1] ?? match?.indices?.[2];
  if (written === undefined || place === undefined) return undefined;
  const claim = words.quote(from + place[0], from + place[1]);
  const name = written.split(/[.#]/).at(-1) ?? written;
  const start = claim.span.end - name.length;
  return { claim, name: { text: name, span: { start, end: claim.span.end } } };
}

/** The decorator or statement that warns, where the code has one. */
function warningOf({ declaration, text }: CheckSubject): Quote | undefined {
  const decorator = declaration.decorators.find((one) => /deprecat/i.test(one.text));
  if (decorator !== undefined) return decorator;
  const { start, end } = declaration.span;
  const code = text.slice(start, end);
  const found = /\b[\w.]*(?:warn\w*|deprecat\w*)\([^\n]*(?:[Dd]eprecat)[^\n]*/.exec(code);
  if (found === null) return undefined;
  const at = start + found.index;
  return { text: found[0], span: { start: at, end: at + found[0].length } };
}

function supported(note: Note, subject: CheckSubject, evidence: Quote): Decision {
  return {
    ...unverified(note, subject),
    verdict: 'supported',
    confidence: 0.95,
    message: message('check.deprecated.supported', { symbol: subject.declaration.name }),
    evidence: [evidence],
  };
}

function unverified({ claim }: Note, { declaration }: CheckSubject): Decision {
  return undecided({
    kind: 'deprecated',
    claim,
    proof: 'names',
    decidedBy: 'deprecated/warning',
    message: message('check.deprecated.unverified', { symbol: declaration.name }),
  });
}
