import { message } from '../../platform/index.ts';
import {
  type Declaration,
  type DocComment,
  type DocParameter,
  findTag,
  type Parameter,
  type Quote,
} from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { habitsOf, type LanguageHabits } from '../language-habits.ts';
import { isNearName } from './near-name.ts';

/** Decorators that leave the parameter list as it stands. */
const transparent =
  /^(?:staticmethod|classmethod|property|[\w.]*\.setter|(?:functools\.)?(?:lru_cache|cache|cached_property)\b.*|(?:typing\.)?(?:override|final)|(?:abc\.)?abstractmethod)$/s;

/** Tags that say that the parameters are documented, or come, from elsewhere. */
const foreign = [
  'abstract',
  'virtual',
  'interface',
  'overload',
  'signature',
  'variation',
  'override',
  'inheritdoc',
  'copydoc',
  'type',
  'implements',
  'lends',
  'also',
  'borrows',
];

/** Names of documented parameters against the parameter list. */
export const parameterNameCheck: Check = {
  kind: 'parameter-name',
  decide: async (subject) => decideNames(subject),
};

function decideNames({ declaration, language, text }: CheckSubject): readonly Decision[] {
  const { doc, signature } = declaration;
  if (doc === undefined || signature === undefined || doc.parameters.length === 0) return [];
  const list: Quote = { text: text.slice(signature.span.start, signature.span.end), span: signature.span };
  const roots = rootsOf(doc.parameters);
  const matches = matchNames(roots, signature.parameters);
  const habits = habitsOf[language.family];
  const isOpen = isOpenList(declaration, doc, habits);
  return roots.map((root, index) => {
    const real = matches.exact.get(root);
    if (real !== undefined) return supported(root, real);
    if (isOpen || isMentioned(root, list) || isReceiver(root, list)) return unverified(root);
    const near = nearest(root, index, { roots, matches, parameters: signature.parameters });
    if (near !== undefined)
      return renamed(root, near.parameter, { isComplete: near.isNear || habits.isStrict });
    const isAccounted =
      matches.undocumented.length === 0 && !mayBePassedOnly(root, { roots, matches, declaration, list });
    if (isAccounted) return absent(root, list, declaration);
    // A name that isn't in a binding list is false, although the one that is meant may be any of the others.
    return habits.isBinding ? withoutFix(absent(root, list, declaration)) : unverified(root);
  });
}

/** One documented name with all of its entries: `options` and `options.timeout` are one. */
interface DocumentedRoot {
  readonly name: Quote;
  readonly entries: readonly DocParameter[];
}

function rootsOf(entries: readonly DocParameter[]): readonly DocumentedRoot[] {
  const roots = new Map<string, DocParameter[]>();
  for (const entry of entries) {
    const root = entry.name.text.split(/\.|\[/)[0] ?? entry.name.text;
    roots.set(root, [...(roots.get(root) ?? []), entry]);
  }
  return [...roots].flatMap(([text, own]) => {
    const start = own[0]?.name.span.start;
    return start === undefined
      ? []
      : [{ name: { text, span: { start, end: start + text.length } }, entries: own }];
  });
}

/** Whether it is what the method is called on, whatever its name: `def angle(line, other)`. */
function isReceiver({ name }: DocumentedRoot, list: Quote): boolean {
  return /^\(\s*([A-Za-z_]\w*)\s*(?=[,)/:])/.exec(list.text)?.[1] === name.text;
}

/** Whether a comment inside the parameter list names it: `render(scene /*, camera *\/)` leaves it out on purpose. */
function isMentioned({ name }: DocumentedRoot, list: Quote): boolean {
  const comments = list.text.match(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|#[^\n]*/g) ?? [];
  const word = new RegExp(`(?<![\\w$])${name.text.replaceAll('$', '\\$')}(?![\\w$])`);
  return comments.some((comment) => word.test(comment));
}

/**
 * Whether callers may pass it although the function does not take it: arguments documented as variadic, and
 * those at the end that the method of a base class takes.
 */
function mayBePassedOnly(
  root: DocumentedRoot,
  {
    roots,
    matches,
    declaration,
    list,
  }: Omit<Situation, 'parameters'> & { readonly declaration: Declaration; readonly list: Quote },
): boolean {
  if (root.entries.some(({ type }) => type?.text.startsWith('...') === true)) return true;
  // A declared `this` may be what the comment calls the first argument.
  if (/^\(\s*this\s*:/.test(list.text)) return true;
  const isLast = roots.slice(roots.indexOf(root)).every((later) => !matches.exact.has(later));
  return isLast && declaration.modifiers.has('may-override');
}

interface Matches {
  readonly exact: ReadonlyMap<DocumentedRoot, Parameter>;
  readonly undocumented: readonly Parameter[];
}

function matchNames(roots: readonly DocumentedRoot[], parameters: readonly Parameter[]): Matches {
  const bare = (name: string) => name.replace(/^_+|_+$/g, '');
  const exact = new Map<DocumentedRoot, Parameter>();
  for (const root of roots) {
    const real = parameters.find(
      ({ name }) =>
        name === root.name.text || bare(name) === bare(root.name.text) || isBundled(name, root.name.text),
    );
    if (real !== undefined) exact.set(root, real);
  }
  const taken = new Set(exact.values());
  return { exact, undocumented: parameters.filter((parameter) => !taken.has(parameter)) };
}

/** What a compiler calls a parameter that was a pattern. */
const compiledPattern = /^_(?:ref|param)\d*$/;

/** Whether a bundler made the one name of the other, so that it clashes with none: `path$1`, `path2`. */
function isBundled(name: string, documented: string): boolean {
  return name.startsWith(documented) && /^(?:\$\d+|[2-9]|[1-9]\d)$/.test(name.slice(documented.length));
}

/** Whether names that aren't in the list may still be right. */
function isOpenList(declaration: Declaration, doc: DocComment, { isBinding }: LanguageHabits): boolean {
  const { signature, modifiers, decorators } = declaration;
  if (signature === undefined || declaration.hasError) return true;
  if (findTag(doc, ...foreign) !== undefined) return true;
  if (isBinding) return modifiers.has('overload') || signature.parameters.some(({ name }) => name === '');
  const isLoose = signature.parameters.some(
    ({ kind, name }) =>
      kind === 'rest' || kind === 'keyword-rest' || kind === 'destructured' || compiledPattern.test(name),
  );
  const { body } = signature;
  return (
    isLoose ||
    body?.readsArguments === true ||
    body?.isStub === true ||
    (['abstract', 'overload', 'accessor'] as const).some((modifier) => modifiers.has(modifier)) ||
    decorators.some(({ text }) => !transparent.test(text)) ||
    (declaration.kind === 'class' && (declaration.bases.length > 0 || signature.parameters.length === 0))
  );
}

interface Situation {
  readonly roots: readonly DocumentedRoot[];
  readonly matches: Matches;
  readonly parameters: readonly Parameter[];
}

/** The undocumented parameter that the name must mean: a slip away, or the only one left, at the same place. */
function nearest(root: DocumentedRoot, index: number, { roots, matches, parameters }: Situation) {
  const free = matches.undocumented.filter(({ kind }) => kind === 'plain' || kind === 'keyword-only');
  const slip = free.filter(({ name }) => isNearName(name, root.name.text));
  const [only] = slip;
  if (only !== undefined && slip.length === 1) return { parameter: only, isNear: true };
  const strangers = roots.filter((other) => !matches.exact.has(other));
  const [last] = matches.undocumented;
  const isLastPair = strangers.length === 1 && matches.undocumented.length === 1;
  return isLastPair && last !== undefined && parameters.indexOf(last) === index
    ? { parameter: last, isNear: false }
    : undefined;
}

function supported(root: DocumentedRoot, real: Parameter): Decision {
  return {
    ...unverified(root),
    verdict: 'supported',
    confidence: 0.99,
    message: message('check.parameter-name.supported', { name: root.name.text }),
    evidence: [real.quote],
  };
}

function unverified(root: DocumentedRoot): Decision {
  return {
    kind: 'parameter-name',
    claim: root.name,
    verdict: 'unverified',
    severity: 'information',
    proof: 'syntax',
    confidence: 0,
    decidedBy: 'parameter-name/list',
    message: message('check.parameter-name.unverified', { name: root.name.text }),
    evidence: [],
  };
}

function renamed(
  root: DocumentedRoot,
  real: Parameter,
  { isComplete }: { readonly isComplete: boolean },
): Decision {
  const values = { documented: root.name.text, actual: real.name };
  return {
    ...unverified(root),
    verdict: 'contradicted',
    severity: isComplete ? 'warning' : 'information',
    confidence: isComplete ? 0.98 : 0.8,
    message: message('check.parameter-name.renamed', values),
    evidence: [real.quote],
    fix: {
      title: message('fix.parameter-name.rename', values),
      edits: root.entries.map(({ name: { span } }) => ({
        span: { start: span.start, end: span.start + root.name.text.length },
        newText: real.name,
      })),
    },
  };
}

function withoutFix({ fix: _, ...decision }: Decision): Decision {
  return decision;
}

function absent(root: DocumentedRoot, list: Quote, declaration: Declaration): Decision {
  const values = { documented: root.name.text, symbol: declaration.name };
  return {
    ...unverified(root),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.97,
    message: message('check.parameter-name.absent', values),
    evidence: [list],
    fix: {
      title: message('fix.parameter-name.delete', values),
      edits: root.entries.map(({ entry }) => ({ span: entry, newText: '' })),
    },
  };
}
