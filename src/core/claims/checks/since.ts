import { compareVersionNumbers, versionNumbers } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import type { Declaration, Quote } from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import type { StatedVersion } from '../names-around.ts';
import { undecided } from '../undecided.ts';

interface SinceClaim {
  readonly claim: Quote;
  readonly version: string;
  /** A directive may be copied from the package that the function is like. */
  readonly isDirective: boolean;
}

/**
 * “Since 2.3” against the version in the project's own manifest: false when it is newer than any version that may come
 * next, so that nobody can have it yet.
 */
export const sinceCheck: Check = {
  kind: 'since',
  decide: async (subject) =>
    Promise.all(claimsOf(subject.declaration).map((claim) => decideClaim(claim, subject))),
};

function claimsOf({ doc }: Declaration): readonly SinceClaim[] {
  if (doc === undefined) return [];
  const tagged = doc.tags
    .filter(({ name }) => name === 'since')
    .flatMap(({ claim, value }) => {
      const version = /^(?:version\s+)?v?(\d+(?:\.\d+){1,3})\.?\s*$/i.exec(value.text.trim())?.[1];
      return version === undefined ? [] : [{ claim, version, isDirective: false }];
    });
  const { summary } = doc;
  const directives = [
    ...summary.text.matchAll(
      /^\.\. (?:versionadded|versionchanged|deprecated)::[ \t]*v?(\d+(?:\.\d+){1,3})\b/gm,
    ),
  ].map((match) => ({
    claim: summary.quote(match.index, match.index + match[0].length),
    version: match[1] ?? '',
    isDirective: true,
  }));
  return [...tagged, ...directives];
}

async function decideClaim(claim: SinceClaim, { around }: CheckSubject): Promise<Decision> {
  const stated = await around?.version();
  const known = stated === undefined ? undefined : versionNumbers(stated.version);
  if (stated === undefined || known === undefined) return unverified(claim);
  const documented = versionNumbers(claim.version) ?? [];
  if (compareVersionNumbers(documented, known) <= 0) return supported(claim, stated);
  // The comment of what is being worked on names the release that will bring it.
  const next = [(known[0] ?? 0) + 1, 0, 0];
  const isPlaceholder = known.every((part) => part === 0);
  if (isPlaceholder || compareVersionNumbers(documented, next) <= 0) return unverified(claim);
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    severity: claim.isDirective ? 'information' : 'warning',
    confidence: claim.isDirective ? 0.7 : 0.9,
    message: message('check.since.newer', { version: claim.version, actual: stated.version }),
    elsewhere: [stated.place],
  };
}

function supported(claim: SinceClaim, stated: StatedVersion): Decision {
  return {
    ...unverified(claim),
    verdict: 'supported',
    confidence: 0.6,
    message: message('check.since.supported', { version: claim.version, actual: stated.version }),
    elsewhere: [stated.place],
  };
}

function unverified({ claim, version }: SinceClaim): Decision {
  return undecided({
    kind: 'since',
    claim,
    proof: 'versions',
    decidedBy: 'since/manifest',
    message: message('check.since.unverified', { version }),
  });
}
