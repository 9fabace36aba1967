import { message } from '../../platform/index.ts';
import {
  type Declaration,
  type DocComment,
  type DocParameter,
  findDocumentedDefaults,
  findTag,
  holdsName,
  type Literal,
  type Parameter,
  type Quote,
} from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { initialValueOf, type KnownValue, parameterDefaultOf } from '../code-default.ts';
import { type Comparison, compareValues } from '../documented-value.ts';
import { habitsOf, type LanguageHabits } from '../language-habits.ts';
import { shortened } from '../shortened.ts';

/** A default that the comment states. */
interface DefaultClaim {
  readonly claim: Quote;
  readonly value: Quote;
  /** What it is the default of, for the message. */
  readonly name: string;
  readonly unit?: string;
  readonly isConditional: boolean;
  /** `summary` is prose about the whole declaration, which may speak of a part of it. */
  readonly style: 'bracket' | 'prose' | 'summary';
  /** Whether the value is written as code; a bare word in prose may be a description. */
  readonly isCode: boolean;
  /** Absent for a variable or property. */
  readonly parameter?: DocParameter;
}

/**
 * Documented defaults against the code: a parameter's declared default, what the body uses when nothing was
 * given, or a variable's or property's initial value.
 */
export const defaultCheck: Check = {
  kind: 'default',
  async decide(subject) {
    const decisions: Decision[] = [];
    for (const claim of claimsOf(subject.declaration)) decisions.push(await decideClaim(claim, subject));
    return decisions;
  },
};

function claimsOf(declaration: Declaration): readonly DefaultClaim[] {
  const { doc, signature } = declaration;
  if (doc === undefined) return [];
  if (signature !== undefined) return doc.parameters.flatMap(claimsOfParameter);
  return [...claimsOfTag(declaration, doc), ...claimsOfSummary(declaration, doc)];
}

/** What the words above a variable or property say: `Retries. Defaults to 3.` */
function claimsOfSummary({ name, initial }: Declaration, { summary }: DocComment): readonly DefaultClaim[] {
  if (initial === undefined) return [];
  return findDocumentedDefaults(summary).map((found) => ({ ...found, name, style: 'summary' }));
}

function claimsOfTag(declaration: Declaration, doc: DocComment): readonly DefaultClaim[] {
  const tag = findTag(doc, 'default', 'defaultvalue');
  const line = tag?.value.text.split('\n')[0] ?? '';
  // `@default {false}` is how some write a value, and an object literal without a key is none.
  const bare = line
    .replace(/^`+|`+$/g, '')
    .trim()
    .replace(/^\{\s*([^{}:,]+?)\s*\}$/, '$1');
  if (tag === undefined || bare === '') return [];
  const start = line.indexOf(bare);
  const claim: DefaultClaim = {
    claim: tag.claim,
    value: tag.value.quote(start, start + bare.length),
    name: declaration.name,
    isConditional: tag.value.text.includes('\n') || /\s(?:if|when|or)\s/.test(bare),
    style: 'bracket',
    isCode: true,
  };
  return [claim];
}

function claimsOfParameter(parameter: DocParameter): readonly DefaultClaim[] {
  const shared = { name: parameter.name.text, parameter };
  const { initial } = parameter;
  if (initial !== undefined) {
    return [{ ...shared, ...initial, isConditional: false, style: 'bracket', isCode: true }];
  }
  return findDocumentedDefaults(parameter.description).map((found) => ({
    ...shared,
    ...found,
    style: 'prose',
  }));
}

async function decideClaim(claim: DefaultClaim, subject: CheckSubject): Promise<Decision> {
  const { declaration } = subject;
  if (claim.isConditional) return unverified(claim);
  const code =
    claim.parameter === undefined
      ? initialValueOf(declaration)
      : parameterDefaultOf(claim.parameter, declaration);
  const literal = await subject.readLiteral(asCode(claim.value.text, habitsOf[subject.language.family]));
  const same = code.candidates.find((candidate) => compare(claim, literal, candidate) === 'same');
  if (same !== undefined) return supported(claim, same);
  if (code.required !== undefined) return requiredParameter(claim, code.required, { subject, literal });
  const { effective } = code;
  const isDifferent = effective !== undefined && compare(claim, literal, effective) === 'different';
  // A bare word in prose may describe the value instead of naming it.
  return isDifferent && claim.isCode && !isRestated(claim, effective)
    ? contradicted(claim, effective, subject)
    : unverified(claim);
}

/**
 * A documented value as its language would write it: `10,000` in prose is one number, in code it would be two, and
 * prose about Python says `true`.
 */
function asCode(text: string, { values, hasApostropheTexts }: LanguageHabits): string {
  const isThousands = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text);
  if (isThousands) return text.replaceAll(',', '');
  const quoted = hasApostropheTexts ? undefined : /^'([^'"\\]*)'$/.exec(text)?.[1];
  return quoted === undefined ? (values[text] ?? text) : `"${quoted}"`;
}

function compare(claim: DefaultClaim, literal: Literal | undefined, code: KnownValue): Comparison {
  const unit = claim.unit === undefined ? {} : { unit: claim.unit };
  if (mayMeanPart(claim, literal, code.value.literal)) return 'undecided';
  return compareValues({ literal, text: claim.value.text, ...unit }, code.value.literal);
}

/** `7 octaves (84 bins)` says the code's 84 in other words before. */
function isRestated({ value, parameter }: DefaultClaim, code: KnownValue): boolean {
  const { literal } = code.value;
  const text = parameter?.description.text ?? '';
  const behind = text.slice(text.indexOf(value.text) + value.text.length);
  const inBrackets = /^[`'"\s]*(?:[\w-]+\s+){0,3}\(([^()]*)\)/.exec(behind)?.[1] ?? '';
  return literal.type === 'number' && new RegExp(`(?<![\\w.])${literal.value}(?![\\w.])`).test(inBrackets);
}

/** `castNulls is true by default` speaks of a property, not of the whole object. */
function mayMeanPart({ style }: DefaultClaim, literal: Literal | undefined, code: Literal): boolean {
  if (style === 'bracket' || literal === undefined || literal.type === code.type) return false;
  return style === 'summary' || code.type === 'record';
}

function supported(claim: DefaultClaim, code: KnownValue): Decision {
  return {
    ...unverified(claim),
    verdict: 'supported',
    confidence: 0.99,
    message: message('check.default.supported', {
      name: claim.name,
      actual: shortened(code.value.quote.text),
    }),
    evidence: code.evidence,
  };
}

function contradicted(claim: DefaultClaim, code: KnownValue, { language }: CheckSubject): Decision {
  const actual = shortened(code.value.quote.text);
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: claim.style === 'bracket' ? 0.99 : 0.95,
    message: message('check.default.contradicted', {
      name: claim.name,
      actual,
      documented: claim.value.text,
    }),
    evidence: code.evidence,
    fix: {
      title: message('fix.default', { actual }),
      edits: [{ span: claim.value.span, newText: written(code, claim, habitsOf[language.family]) }],
    },
  };
}

/** Where calls must pass what has no default, a parameter without a default can't be left out, whatever the comment says. */
function requiredParameter(
  claim: DefaultClaim,
  parameter: Parameter,
  { subject, literal }: { readonly subject: CheckSubject; readonly literal: Literal | undefined },
): Decision {
  // What is computed from something else may be what the code computes for nothing.
  const isValue = literal !== undefined && !holdsName(literal);
  const { requiresArguments } = habitsOf[subject.language.family];
  const { decorators, signature } = subject.declaration;
  const isSure =
    requiresArguments &&
    isValue &&
    decorators.length === 0 &&
    // An interface's method says what those that implement it do.
    signature?.body?.isStub !== true;
  if (!isSure) return unverified(claim);
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.9,
    decidedBy: 'default/required',
    message: message('check.default.required', { name: claim.name, documented: claim.value.text }),
    evidence: [parameter.quote],
  };
}

function unverified(claim: DefaultClaim): Decision {
  return {
    kind: 'default',
    claim: claim.claim,
    verdict: 'unverified',
    severity: 'information',
    proof: 'syntax',
    confidence: 0,
    decidedBy: 'default/value',
    message: message('check.default.unverified', { name: claim.name }),
    evidence: [],
  };
}

/** The code's value in the way that the comment writes values. */
function written({ value }: KnownValue, claim: DefaultClaim, { quote }: LanguageHabits): string {
  const { literal } = value;
  const isBare = claim.style === 'bracket' && !/^['"`]/.test(claim.value.text);
  if (isBare && literal.type === 'string' && /^[\w-]+$/.test(literal.value)) return literal.value;
  if (value.constant === undefined) return value.quote.text;
  if (literal.type === 'number' || literal.type === 'boolean') return String(literal.value);
  return literal.type === 'string' ? quote + literal.value + quote : value.quote.text;
}
