import type { Answer, DeclineId } from '../answer.ts';

/**
 * Which declined questions a model may be asked. `final`: the evidence knows, or the question has to be put otherwise
 * first (another version, one of several symbols), so that whatever a model says would be a guess beside what is known.
 * `open`: what is installed doesn't tell.
 */
const declines: Readonly<Record<DeclineId, 'final' | 'open'>> = {
  // There is no question yet, or it leaves open what it is about.
  'ask.declined.empty': 'final',
  'ask.declined.too-long': 'final',
  'ask.declined.no-symbol': 'final',
  'ask.declined.nothing-under-cursor': 'final',
  'ask.declined.several-under-cursor': 'final',
  'ask.declined.ambiguous': 'final',
  'ask.declined.ambiguous-parameter': 'final',
  'ask.declined.which-parameter': 'final',
  // Another version is asked about than can be proven to be there: a missing one is never replaced.
  'ask.declined.other-version': 'final',
  'ask.declined.version-unknown': 'final',
  'ask.declined.no-version': 'final',
  // The declaration proves that the question presupposes what isn't so.
  'ask.declined.no-such-symbol': 'final',
  'ask.declined.no-such-parameter': 'final',
  'ask.declined.no-such-place': 'final',
  'ask.declined.no-position': 'final',
  'ask.declined.not-callable': 'final',
  'ask.declined.not-deprecated': 'final',
  // Nothing was read of the question, or nothing is there to read it in.
  'ask.declined.not-understood': 'open',
  'ask.declined.not-installed': 'open',
  'ask.declined.broken': 'open',
  'ask.declined.workspace-symbol': 'open',
  // The declaration is there and doesn't tell.
  'ask.declined.another-declaration': 'open',
  'ask.declined.deprecation-unseen': 'open',
  'ask.declined.call-unknown': 'open',
  'ask.declined.further-arguments': 'open',
  'ask.declined.necessity': 'open',
  'ask.declined.no-allowed': 'open',
  'ask.declined.no-default': 'open',
  'ask.declined.no-nature': 'open',
  'ask.declined.no-parameter-type': 'open',
  'ask.declined.no-raises': 'open',
  'ask.declined.no-return-type': 'open',
  'ask.declined.no-since': 'open',
  'ask.declined.no-type': 'open',
  'ask.declined.no-value': 'open',
  'ask.declined.overloads': 'open',
  'ask.declined.wrapped': 'open',
  'ask.declined.package-deprecation': 'open',
  'ask.declined.parameter-deprecation': 'open',
  'ask.declined.silent-note': 'open',
  'ask.declined.unseen-symbol': 'open',
  // A model was asked already.
  'ask.declined.model-unknowing': 'final',
  'ask.declined.model-refused': 'final',
  'ask.declined.model-empty': 'final',
  'ask.declined.model-cut': 'final',
  'ask.declined.model-thinking': 'final',
};

/** Whether a model may be asked what evidence came to this for: never where evidence answered, or knows better. */
export function mayAskModel({ attempted, decidedBy }: Pick<Answer, 'attempted' | 'decidedBy'>): boolean {
  return !attempted && new Map<string, string>(Object.entries(declines)).get(decidedBy) === 'open';
}
