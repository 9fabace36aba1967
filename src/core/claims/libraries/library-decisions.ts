import type { LibraryQuery, SymbolFacts, SymbolLookup } from '../../evidence/index.ts';
import { type Cancellation, message, throwIfCancelled } from '../../platform/index.ts';
import {
  type Declaration,
  type ImportBinding,
  type Language,
  type Literal,
  languageOfFile,
  outlineSource,
  readLiteral,
  type Span,
  type SyntaxParser,
} from '../../source/index.ts';
import type { ClaimKind, Decision } from '../check.ts';
import { isSlip } from '../checks/near-name.ts';
import { aboutDeclaration, type LocatedDecision } from '../located-decision.ts';
import type { NamesAround } from '../names-around.ts';
import { commentsThatMayClaim, holdsName, importedRoots } from './claiming-comments.ts';
import { type Sentence, sentencesOf } from './comment-prose.ts';
import { decideByFacts } from './decide-library-claim.ts';
import type { LibraryClaim, Saying } from './library-claim.ts';
import { type LibraryNames, libraryNames } from './library-names.ts';
import { clip, corrected, type LibraryOutcome, labelOf, open, refuted } from './library-outcome.ts';
import { readLibraryClaims, readLibraryNames } from './read-library-claims.ts';

/** A source whose comments may speak of libraries. */
export interface LibraryRequest {
  readonly parser: SyntaxParser;
  readonly text: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
  readonly around: NamesAround;
  /** Those with a comment. */
  readonly declarations: readonly Declaration[];
  /** The first ordinal that no declaration or statement has. */
  readonly ordinal: number;
}

interface FoundClaim {
  readonly sentence: Sentence;
  readonly claim: LibraryClaim;
  readonly query: LibraryQuery;
}

/**
 * Decides what the comments of a source say of the libraries that it imports, by what is installed. Nothing is read or
 * looked up where they say nothing. Throws a `CancelledError` when cancelled meanwhile.
 */
export async function libraryDecisions(request: LibraryRequest): Promise<readonly LocatedDecision[]> {
  const { around, declarations, ordinal, cancellation } = request;
  if (around.library === undefined) return [];
  const decisions: LocatedDecision[] = [];
  for (const [i, found] of (await claimsIn(request)).entries()) {
    throwIfCancelled(cancellation);
    const decision = await decide(found, request);
    if (decision === undefined) continue;
    const { comment } = found.sentence;
    const at = declarations.findIndex(({ doc }) => doc !== undefined && isWithin(comment, doc.span));
    const declaration = declarations[at];
    const place =
      declaration === undefined
        ? { about: found.query.symbol, comment, begins: [comment.start] }
        : aboutDeclaration(declaration);
    decisions.push({ ...place, ordinal: declaration === undefined ? ordinal + i : at, decision });
  }
  return decisions;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

async function claimsIn(request: LibraryRequest): Promise<readonly FoundClaim[]> {
  const { text, language } = request;
  const roots = importedRoots(text, language);
  const comments = commentsThatMayClaim(request, roots);
  const mayClaim = holdsName(roots);
  const read = sentencesOf(text, comments).flatMap((sentence) => {
    // There are dozens of ways to say something; most sentences say it of nothing that is imported.
    if (!mayClaim(sentence.text)) return [];
    const claims = [...readLibraryClaims(sentence), ...readLibraryNames(sentence)];
    return claims.map((claim) => ({ sentence, claim }));
  });
  const isImported = ({ claim }: (typeof read)[number]) => roots.has(rootOf(claim));
  // The tree is read only where a claim may be about an import.
  const imports = read.some(isImported) ? await importsOf(request) : [];
  const names = libraryNames(imports, { text, language });
  const found: FoundClaim[] = [];
  for (const one of read) {
    const query = await queryOf(one.claim, names, request);
    // A sentence that says something of a symbol takes its name for granted.
    const isSaid = found.some(({ claim }) => claim.subject.span.start === one.claim.subject.span.start);
    if (query !== undefined && !isSaid) found.push({ ...one, query });
  }
  return found;
}

function rootOf({ subject }: LibraryClaim): string {
  return subject.text.split('.')[0] ?? '';
}

async function importsOf({
  parser,
  text,
  language,
  cancellation,
}: LibraryRequest): Promise<readonly ImportBinding[]> {
  const outline = await outlineSource(parser, { text, language, cancellation });
  return outline?.imports ?? [];
}

/** What a name means by the imports, or by the packages that the project names; `undefined` for its own modules. */
async function queryOf(
  { subject, says }: LibraryClaim,
  names: LibraryNames,
  { around, text }: LibraryRequest,
): Promise<LibraryQuery | undefined> {
  if (says.type === 'least') return requiredPackage(subject.text, names, around);
  const imported = names.ofImport(subject.text);
  if (imported !== undefined) return (await isOwn(imported, around)) ? undefined : imported;
  const isMarked = text[subject.span.start - 1] === '`';
  const named = isMarked && says.type !== 'exists' ? names.ofPackage(subject.text) : undefined;
  if (named === undefined) return undefined;
  const known = await around.package(named.ecosystem === 'npm' ? 'npm' : 'pip', named.package);
  return known.found === null || (await isOwn(named, around)) ? undefined : named;
}

/** What is required may be a browser or a language: only what is imported or in the manifest is a package. */
async function requiredPackage(
  name: string,
  names: LibraryNames,
  around: NamesAround,
): Promise<LibraryQuery | undefined> {
  const { isImported, ...query } = names.asPackage(name);
  const kind = query.ecosystem === 'npm' ? 'npm' : 'pip';
  const isNamed = isImported || (await around.package(kind, name)).found !== null;
  return isNamed && !(await isOwn(query, around)) ? query : undefined;
}

async function isOwn(
  { symbol, package: name, ecosystem }: LibraryQuery,
  around: NamesAround,
): Promise<boolean> {
  if (ecosystem === 'npm') return false;
  const [top = name] = symbol.split('.');
  return (await around.module(top)) !== undefined;
}

const kindOf: Readonly<Record<Saying['type'], ClaimKind>> = {
  default: 'external-api',
  flag: 'external-api',
  takes: 'external-api',
  required: 'external-api',
  returns: 'external-api',
  raises: 'external-api',
  async: 'external-api',
  deprecated: 'deprecated',
  since: 'since',
  removed: 'since',
  least: 'package',
  exists: 'reference',
};

async function decide(found: FoundClaim, request: LibraryRequest): Promise<Decision | undefined> {
  const { claim, query } = found;
  const answer = await request.around.library?.(query);
  if (answer === undefined) return undefined;
  const outcome = await outcomeOf(answer.lookup, found, request);
  if (outcome === undefined) return undefined;
  const { evidence, message: text, ...rest } = outcome;
  const kind = kindOf[claim.says.type];
  return {
    ...rest,
    kind,
    claim: claim.claim,
    decidedBy: `${kind}/installed`,
    message: text,
    evidence: [],
    elsewhere: evidence,
  };
}

/** `undefined` where a name alone isn't looked up any further. */
async function outcomeOf(
  lookup: SymbolLookup,
  { claim, query }: FoundClaim,
  request: LibraryRequest,
): Promise<LibraryOutcome | undefined> {
  const isName = claim.says.type === 'exists';
  switch (lookup.type) {
    case 'found': {
      const facts = await withOrigin(lookup.symbol, { claim, query, request });
      return decideByFacts({ claim, facts, readLiteral: (text, path) => valueIn(request, text, path) });
    }
    case 'no-such-symbol':
      return missing(lookup, { claim, query, request });
    case 'not-installed':
      return isName
        ? undefined
        : open(message('check.library.not-installed', { package: clip(lookup.name) }));
    case 'ambiguous':
      return isName
        ? undefined
        : open(message('check.library.ambiguous', { symbol: clip(claim.subject.text) }));
    case 'broken':
      return isName ? undefined : open(lookup.problem);
  }
}

interface Asked {
  readonly claim: LibraryClaim;
  readonly query: LibraryQuery;
  readonly request: LibraryRequest;
}

/** Of a claim about versions the place that states the installed one belongs to the proof. */
async function withOrigin(facts: SymbolFacts, { claim, query, request }: Asked): Promise<SymbolFacts> {
  const isOfVersion = claim.says.type === 'since' || claim.says.type === 'removed';
  if (!isOfVersion || facts.origin !== undefined) return facts;
  const [top = query.package] = query.symbol.split('.');
  const whole = await request.around.library?.({ ...query, symbol: top });
  const found = whole?.lookup.type === 'found' ? whole.lookup.symbol : undefined;
  const isSame = found?.package.name === facts.package.name;
  return isSame && found?.origin !== undefined ? { ...facts, origin: found.origin } : facts;
}

/** A name that the package doesn't have; false where it is a slip of the one name that it has, and all of its names are seen. */
async function missing(
  lookup: Extract<SymbolLookup, { type: 'no-such-symbol' }>,
  { claim, query, request }: Asked,
): Promise<LibraryOutcome | undefined> {
  const label = labelOf(lookup, claim.subject.text);
  const written = query.symbol.split('.').at(-1) ?? '';
  const last = claim.subject.text.split('.').at(-1) ?? '';
  const near = lookup.nearest.filter((name) => isSlip(name.split('.').at(-1) ?? '', written));
  const [only, ...others] = near;
  const untold = open(message('check.library.no-such-symbol', label));
  if (lookup.isPartial === true || only === undefined || others.length > 0 || written !== last) return untold;
  const actual = only.split('.').at(-1) ?? '';
  const other = await request.around.library?.({
    ...query,
    symbol: [...query.symbol.split('.').slice(0, -1), actual].join('.'),
  });
  if (other?.lookup.type !== 'found') return untold;
  const { head } = other.lookup.symbol;
  const values = { ...label, actual: clip(actual) };
  const outcome = refuted({
    id: 'check.library.misspelt',
    values,
    proof: 'names',
    evidence: [head],
    confidence: 0.93,
  });
  const { end } = claim.subject.span;
  return corrected(outcome, { text: last, span: { start: end - last.length, end } }, actual);
}

async function valueIn(
  { parser, language }: LibraryRequest,
  expression: string,
  path: string,
): Promise<Literal | undefined> {
  return readLiteral(parser, languageOfFile(path) ?? language, expression);
}
