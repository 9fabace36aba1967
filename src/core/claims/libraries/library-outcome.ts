import type { Evidence, SymbolFacts } from '../../evidence/index.ts';
import { type Message, type MessageId, message } from '../../platform/index.ts';
import type { Quote } from '../../source/index.ts';
import type { ProofKind, ProposedFix, Severity, Verdict } from '../check.ts';

/** What an installed declaration makes of a claim. */
export interface LibraryOutcome {
  readonly verdict: Verdict;
  readonly message: Message;
  readonly proof: ProofKind;
  readonly confidence: number;
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
  readonly fix?: ProposedFix;
}

/** The values by which a message names a symbol with its package; an unknown version is said. */
export function labelOf(
  facts: Pick<SymbolFacts, 'package'>,
  symbol: string,
): Readonly<Record<string, string>> {
  const { name, version } = facts.package;
  return { symbol: clip(symbol), package: clip(name), version: clip(version ?? 'unknown') };
}

/** A text of a declaration, short enough for a sentence. */
export function clip(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}

/** Why an installed declaration leaves a claim open. */
export function open(text: Message, evidence: readonly Evidence[] = []): LibraryOutcome {
  return {
    verdict: 'unverified',
    message: text,
    proof: 'names',
    confidence: 0,
    severity: 'information',
    evidence,
  };
}

/** A verdict and the message that states what is declared. */
export interface Decided {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string>>;
  readonly proof: ProofKind;
  readonly evidence: readonly Evidence[];
  /** In [0, 1]. */
  readonly confidence: number;
}

/** A claim that the declaration bears out. */
export function borneOut({ id, values, ...decided }: Decided): LibraryOutcome {
  return { verdict: 'supported', severity: 'information', message: message(id, values), ...decided };
}

/** A claim that the declaration proves false; words of documentation prove less than code. */
export function refuted({ id, values, ...decided }: Decided, severity: Severity = 'warning'): LibraryOutcome {
  return { verdict: 'contradicted', severity, message: message(id, values), ...decided };
}

/** The same with a correction of some words. */
export function corrected(outcome: LibraryOutcome, words: Quote, newText: string): LibraryOutcome {
  const title = message('fix.library.replace', { actual: clip(newText) });
  return { ...outcome, fix: { title, edits: [{ span: words.span, newText }] } };
}
