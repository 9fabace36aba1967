import { compareVersionNumbers, versionNumbers } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import type { Quote } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { importsInComment } from '../imports-in-comments.ts';
import type { PackageKind, PackagePlace } from '../names-around.ts';
import { undecided } from '../undecided.ts';

/**
 * Packages that a comment names (`npm install x`, `pip install x`, `require('x')`, “requires x 5 or later”) against what the
 * project's manifests and lockfiles name, and names that it shows how to import against the project's own modules. False where the name is a slip of one of those, or where the version that the
 * project has is older than the one that the comment asks for.
 */
export const packageCheck: Check = {
  kind: 'package',
  decide: async (subject) => {
    const { doc } = subject.declaration;
    if (doc === undefined || subject.around === undefined) return [];
    const comment = subject.text.slice(doc.span.start, doc.span.end);
    const found = claimsIn(comment, doc.span.start, subject);
    const decided = await Promise.all(
      found.map(async (claim) => ({ claim, decision: await decideClaim(claim, subject) })),
    );
    // What is required may be no package at all: a browser, a language. An example imports whatever it likes.
    const named = decided.flatMap(({ claim, decision }) =>
      (claim.least !== undefined || claim.isImported === true) && decision.verdict === 'unverified'
        ? []
        : [decision],
    );
    return [...named, ...(await importsInComment(comment, doc.span.start, subject))];
  },
};

interface PackageClaim {
  readonly claim: Quote;
  readonly kind: PackageKind;
  readonly name: Quote;
  /** The least version that the comment asks for. */
  readonly least?: string;
  /** Whether an example imports it. */
  readonly isImported?: true;
}

/** Words behind which packages are listed. */
const installs: readonly (readonly [PackageKind, RegExp])[] = [
  ['npm', /\b(?:npm (?:install|i|add)|(?:yarn|pnpm|bun) add)[ \t]+([^\r\n`'"()]+)/dg],
  ['pip', /\b(?:pip3? install|uv (?:pip install|add)|poetry add)[ \t]+([^\r\n`'"()]+)/dg],
];
const npmName = String.raw`(?:@[a-z\d~][\w.~-]*\/)?[a-z\d~][\w.~-]*[a-z\d]`;
const pipName = String.raw`[A-Za-z][\w.-]*[A-Za-z\d]`;
/** Modules of npm's packages that an example imports; paths and the runtime's own begin otherwise. */
const imported = new RegExp(
  String.raw`(?:\brequire\(\s*|^[ \t]*(?:\*[ \t]*)?import\b[^'"\n]*)['"](${npmName})(?:\/[^'"\n]*)?['"]`,
  'dgm',
);
const required =
  /\b(?:[Rr]equires|[Nn]eeds|[Dd]epends on)[ \t]+`?([A-Za-z@][\w./@-]*[\w])`?[ \t]*(?:version[ \t]*)?(?:(>=)[ \t]*)?v?(\d+(?:\.\d+)*)(\+|[ \t]+(?:or|and)[ \t]+(?:later|newer|above|higher|up))?/dg;

function claimsIn(comment: string, offset: number, { language }: CheckSubject): readonly PackageClaim[] {
  const kind: PackageKind | undefined =
    language.family === 'python' ? 'pip' : language.family === 'ecmascript' ? 'npm' : undefined;
  const installed = installs.flatMap(([of, pattern]) =>
    [...comment.matchAll(pattern)].flatMap((match) => {
      const place = match.indices?.[1];
      return place === undefined ? [] : namesIn(match[1] ?? '', { kind: of, offset: offset + place[0] });
    }),
  );
  const versions =
    kind === undefined
      ? []
      : [...comment.matchAll(required)].flatMap((match) => requirementOf(match, kind, offset));
  return [...installed, ...versions, ...(kind === 'npm' ? importsOfPackages(comment, offset) : [])];
}

function importsOfPackages(comment: string, offset: number): readonly PackageClaim[] {
  if (!/\brequire\(|\bimport\b/.test(comment)) return [];
  return [...comment.matchAll(imported)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [];
    if (start === undefined || end === undefined) return [];
    const name = { text: match[1] ?? '', span: { start: offset + start, end: offset + end } };
    return [{ claim: name, kind: 'npm', name, isImported: true }];
  });
}

/** The packages of a list behind `install`; the first word that can't be one ends it. */
function namesIn(
  list: string,
  { kind, offset }: { readonly kind: PackageKind; readonly offset: number },
): readonly PackageClaim[] {
  const claims: PackageClaim[] = [];
  const form = new RegExp(
    `^(${kind === 'npm' ? npmName : pipName})(?:@[\\w.^~<>=*-]+|\\[[\\w,-]+\\])*(?:[=<>!~]=?[\\w.*]+)?$`,
  );
  for (const word of list.matchAll(/\S+/g)) {
    if (/^--?[\w-]+$/.test(word[0])) continue;
    const name = form.exec(word[0].replace(/[.,;:]$/, ''))?.[1];
    // A sentence may go on behind the packages.
    if (name === undefined || /^(?:and|or|to|the|a|for|in|with|from|then|it|this|before|if)$/.test(name))
      break;
    const start = offset + word.index;
    const quote = { text: name, span: { start, end: start + name.length } };
    claims.push({ claim: quote, kind, name: quote });
    // Without a sign of a list, prose follows: “npm install x now”.
    if (claims.length > 8) break;
  }
  return claims;
}

function requirementOf(match: RegExpExecArray, kind: PackageKind, offset: number): readonly PackageClaim[] {
  const [whole, name, sign, least, more] = match;
  const place = match.indices?.[1];
  if (name === undefined || least === undefined || place === undefined) return [];
  if (sign === undefined && more === undefined) return [];
  const start = offset + match.index;
  const span = { start: offset + place[0], end: offset + place[1] };
  return [
    {
      claim: { text: whole, span: { start, end: start + whole.length } },
      kind,
      name: { text: name, span },
      least,
    },
  ];
}

async function decideClaim(claim: PackageClaim, { around, declaration }: CheckSubject): Promise<Decision> {
  const answer = await around?.package(claim.kind, claim.name.text);
  if (answer === undefined || !answer.isManaged) return unverified(claim);
  const { found, near } = answer;
  if (found !== null) return decideVersion(claim, found);
  const [only, ...others] = near;
  if (only === undefined || others.length > 0 || claim.least !== undefined) return unverified(claim);
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.88,
    decidedBy: 'package/name',
    message: message('check.package.misspelt', { name: claim.name.text, actual: only.name }),
    evidence: [declaration.head],
    elsewhere: [only.place],
    fix: {
      title: message('fix.package.replace', { actual: only.name }),
      edits: [{ span: claim.name.span, newText: only.name }],
    },
  };
}

function decideVersion(claim: PackageClaim, { name, version, place }: PackagePlace): Decision {
  const supported: Decision = {
    ...unverified(claim),
    verdict: 'supported',
    confidence: 0.85,
    message: message('check.package.supported', { name }),
    elsewhere: [place],
  };
  if (claim.least === undefined) return supported;
  if (version === null) return unverified(claim);
  const values = { name, version: claim.least, actual: version };
  const isOld = isOlder(version, claim.least);
  if (isOld === undefined) return unverified(claim);
  if (!isOld) return { ...supported, proof: 'versions', message: message('check.package.version', values) };
  return {
    ...supported,
    verdict: 'contradicted',
    severity: 'warning',
    proof: 'versions',
    confidence: 0.92,
    decidedBy: 'package/version',
    message: message('check.package.older', values),
  };
}

/** Whether a version is older than another; `undefined` where one of them can't be ordered. */
function isOlder(version: string, least: string): boolean | undefined {
  const [a, b] = [versionNumbers(version), versionNumbers(least)];
  return a === undefined || b === undefined ? undefined : compareVersionNumbers(a, b) < 0;
}

function unverified({ claim, name }: PackageClaim): Decision {
  return undecided({
    kind: 'package',
    claim,
    proof: 'names',
    decidedBy: 'package/manifest',
    message: message('check.package.unverified', { name: name.text }),
  });
}
