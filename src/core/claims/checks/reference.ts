import { message } from '../../platform/index.ts';
import type { Declaration, DocComment, Quote } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { type OwnNames, placeOfName } from '../code-names.ts';
import { habitsOf } from '../language-habits.ts';
import { referenceForms } from '../reference-forms.ts';
import { undecided } from '../undecided.ts';
import { isSlip } from './near-name.ts';

/**
 * Names that a comment unmistakably refers to (`{@link x}`, `:func:`x``, `x()` in backticks, “See Also”) against the
 * names of the file and of the sources around it. A name that is nowhere and a slip away from one that exists is false;
 * any other one may come from elsewhere.
 */
export const referenceCheck: Check = {
  kind: 'reference',
  decide: async (subject) => {
    const { doc } = subject.declaration;
    if (doc === undefined) return [];
    const found = referencesIn(doc, subject);
    return Promise.all(found.map((reference) => decideReference(reference, subject)));
  },
};

/** A name in a comment. */
export interface Reference {
  /** The whole dotted name. */
  readonly claim: Quote;
  /** Its last part, which must exist somewhere. */
  readonly name: Quote;
}

function referencesIn(doc: DocComment, { text, language }: CheckSubject): readonly Reference[] {
  const comment = text.slice(doc.span.start, doc.span.end);
  const inForms = referenceForms[language.family].flatMap((form) =>
    [...comment.matchAll(form)].flatMap((match) => {
      const place = match.indices?.[1];
      const written = match[1];
      if (place === undefined || written === undefined || isInExample(comment, match.index)) return [];
      // Markdown says below where a link leads.
      if (comment.includes(`${match[0]}:`)) return [];
      return [referenceAt(written, doc.span.start + place[0])];
    }),
  );
  const seeAlso = doc.tags
    .filter(({ name }) => name === 'see also')
    .flatMap(({ value }) =>
      [...value.text.matchAll(/^([A-Za-z_]\w*(?:\.\w+)*)(?=\s*(?::|$))/gm)].map((match) => {
        const quote = value.quote(match.index, match.index + match[0].length);
        return referenceAt(quote.text, quote.span.start);
      }),
    );
  return [...inForms, ...seeAlso];
}

const separators = /[.#~\\$]|::/;

function referenceAt(written: string, start: number): Reference {
  const name = written.split(separators).at(-1) ?? written;
  const end = start + written.length;
  return {
    claim: { text: written, span: { start, end } },
    name: { text: name, span: { start: end - name.length, end } },
  };
}

/** Whether a place is inside a block of code, whose names are the example's own. */
function isInExample(comment: string, at: number): boolean {
  const before = comment.slice(0, at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (before.match(/```|~~~/g) ?? []).length % 2 === 1 || /^\s*(?:>>>|\.\.\.)/.test(line);
}

/** Decides whether a name that a comment refers to exists; `kind` is what it is a claim of. */
export async function decideReference(
  reference: Reference,
  { declaration, language, names, around }: CheckSubject,
): Promise<Decision> {
  const { text: name } = reference.name;
  const own = names();
  if (own.words.has(name)) return supported(reference, own);
  // Without the sources around it nobody knows what isn't in a file, and a module from elsewhere has names of its own.
  const isOwn = habitsOf[language.family].knowsLibrary
    ? !isForeign(reference, own)
    : isOfFile(reference, own, declaration);
  if (around === undefined || !isOwn || (await around.has(name))) return unverified(reference);
  const mayMean = habitsOf[language.family].knowsLibrary ? isSlip : isSlipInside;
  const here = [...own.declared].filter((one) => mayMean(one, name));
  // A name of the language's library may be near to one of the project; those of the same file are read together.
  const isSure = here.length > 0 || !habitsOf[language.family].knowsLibrary;
  const elsewhere = isSure ? [] : await around.near(name);
  const [near, more] = here.length > 0 ? here : elsewhere.map((one) => one.name);
  if (near === undefined || more !== undefined) return unverified(reference);
  const place = here.length > 0 ? placeOfName(near, own.code) : undefined;
  return misspelt(reference, near, {
    declaration,
    evidence: place === undefined ? [] : [{ text: near, span: place }],
    elsewhere: elsewhere.map((one) => one.place),
  });
}

/** Whether a dotted name begins with something that is not a class or function of this file. */
function isForeign({ claim: { text } }: Reference, { code }: OwnNames): boolean {
  const [root, member] = text.split(/[.#~]/);
  if (root === undefined || member === undefined || /^(?:self|cls|this)$/.test(root)) return false;
  return !new RegExp(
    String.raw`\b(?:class|interface|function|def|enum)\s+${root.replaceAll('$', '\\$')}\b`,
  ).test(code);
}

/** A letter more at the end often tells functions of a library apart on purpose: `CreateFile`, `CreateFileW`. */
function isSlipInside(a: string, b: string): boolean {
  return isSlip(a, b) && !a.startsWith(b) && !b.startsWith(a);
}

/**
 * Whether a name, in a language whose library nobody here knows, can be of this file alone: the class before it is declared in the
 * file and derived from nothing, or there is none.
 */
function isOfFile(
  { claim: { text } }: Reference,
  { code }: OwnNames,
  { qualifiedName }: Declaration,
): boolean {
  const parts = text.split(separators);
  const isBare = parts.length === 1;
  const root = parts.length > 2 ? undefined : isBare ? qualifiedName.split('.').at(-2) : parts[0];
  if (parts.length > 2) return false;
  const holder = root === '' || root === 'Self' || root === 'self' ? qualifiedName.split('.').at(-2) : root;
  if (holder === undefined) return isBare;
  const head = new RegExp(
    String.raw`\b(?:class|interface|struct|enum|trait|union|record|module|object|namespace|type)\s+${holder}\b(?:<[^<>{}]*>)?([^{;\n]*)`,
  ).exec(code);
  return head !== null && !/\b(?:extends|implements)\b|[:<]/.test(head[1] ?? '');
}

function misspelt(
  reference: Reference,
  actual: string,
  {
    declaration,
    evidence,
    elsewhere,
  }: { readonly declaration: Declaration } & Pick<Decision, 'evidence'> & {
      readonly elsewhere: NonNullable<Decision['elsewhere']>;
    },
): Decision {
  const values = { name: reference.name.text, actual };
  return {
    ...unverified(reference),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.93,
    message: message('check.reference.misspelt', values),
    evidence: evidence.length > 0 ? evidence : [declaration.head],
    elsewhere,
    fix: {
      title: message('fix.reference.replace', { actual }),
      edits: [{ span: reference.name.span, newText: actual }],
    },
  };
}

function supported(reference: Reference, { code }: OwnNames): Decision {
  const { text: name } = reference.name;
  const place = placeOfName(name, code);
  return {
    ...unverified(reference),
    verdict: 'supported',
    confidence: 0.8,
    message: message('check.reference.supported', { name }),
    evidence: place === undefined ? [] : [{ text: name, span: place }],
  };
}

function unverified({ claim }: Reference): Decision {
  return undecided({
    kind: 'reference',
    claim,
    proof: 'names',
    decidedBy: 'reference/names',
    message: message('check.reference.unverified', { name: claim.text }),
  });
}
