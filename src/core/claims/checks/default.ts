import { message } from '../../platform/index.ts';
import {
  type CodeValue,
  type Declaration,
  type DocParameter,
  findDocumentedDefaults,
  findTag,
  type Literal,
  type Parameter,
  type Quote,
  sameLiteral,
} from '../../source/index.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { compareValues } from '../documented-value.ts';

/** A default that the comment states. */
interface DefaultClaim {
  readonly claim: Quote;
  readonly value: Quote;
  /** What it is the default of, for the message. */
  readonly name: string;
  readonly unit?: string;
  readonly isConditional: boolean;
  readonly style: 'bracket' | 'prose';
  /** Whether the value is written as code; a bare word in prose may be a description. */
  readonly isCode: boolean;
  readonly parameter?: DocParameter;
}

/** The default that the code has, or why it can't be told. */
type CodeDefault =
  | {
      readonly known: true;
      readonly value: CodeValue & { readonly literal: Literal };
      readonly evidence: readonly Quote[];
    }
  | { readonly known: false; readonly isRequired?: Parameter };

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
  const doc = declaration.doc;
  if (doc === undefined) return [];
  if (declaration.signature !== undefined) return doc.parameters.flatMap(claimsOfParameter);
  const tag = findTag(doc, 'default', 'defaultvalue');
  if (tag === undefined || tag.value.text === '') return [];
  const line =
    tag.value.text
      .split('\n')[0]
      ?.replace(/^`+|`+$/g, '')
      .trim() ?? '';
  const start = tag.value.text.indexOf(line);
  return [
    {
      claim: tag.claim,
      value: tag.value.quote(start, start + line.length),
      name: declaration.name,
      isConditional: tag.value.text.includes('\n') || /\s(?:if|when|or)\s/.test(line),
      style: 'bracket',
      isCode: true,
    },
  ];
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
  const code = claim.isConditional ? { known: false as const } : codeDefaultOf(claim, subject.declaration);
  if (!code.known) {
    return code.isRequired === undefined
      ? unverified(claim)
      : requiredParameter(claim, code.isRequired, subject);
  }
  const literal = await subject.readLiteral(claim.value.text);
  const unit = claim.unit === undefined ? {} : { unit: claim.unit };
  const comparison = compareValues({ literal, text: claim.value.text, ...unit }, code.value.literal);
  const isVague = !claim.isCode && comparison !== 'same';
  if (comparison === 'undecided' || isVague) return unverified(claim);
  const values = { name: claim.name, actual: code.value.quote.text, documented: claim.value.text };
  const shared = {
    kind: 'default',
    claim: claim.claim,
    severity: 'warning',
    proof: 'syntax',
    evidence: code.evidence,
  } as const;
  if (comparison === 'same') {
    return {
      ...shared,
      verdict: 'supported',
      confidence: 0.99,
      decidedBy: 'default/value',
      message: message('check.default.supported', values),
    };
  }
  return {
    ...shared,
    verdict: 'contradicted',
    confidence: claim.style === 'bracket' ? 0.99 : 0.95,
    decidedBy: 'default/value',
    message: message('check.default.contradicted', values),
    fix: {
      title: message('fix.default', { actual: code.value.quote.text }),
      edits: [{ span: claim.value.span, newText: written(code.value, claim) }],
    },
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

/** A Python parameter without a default can't be left out, whatever the comment says. */
function requiredParameter(claim: DefaultClaim, parameter: Parameter, subject: CheckSubject): Decision {
  const isSure =
    subject.language.family === 'python' && claim.isCode && subject.declaration.decorators.length === 0;
  if (!isSure) return unverified(claim);
  return {
    ...unverified(claim),
    verdict: 'contradicted',
    confidence: 0.9,
    decidedBy: 'default/required',
    message: message('check.default.required', { name: claim.name, documented: claim.value.text }),
    evidence: [parameter.quote],
  };
}

/** The code's text in the way that the comment writes values. */
function written(code: CodeValue & { readonly literal: Literal }, claim: DefaultClaim): string {
  const isBare = claim.style === 'bracket' && !/^['"`]/.test(claim.value.text);
  const { literal } = code;
  const text = code.constant === undefined ? code.quote.text : render(literal, code.quote.text);
  return isBare && literal.type === 'string' && /^[\w-]+$/.test(literal.value) ? literal.value : text;
}

function render(literal: Literal, fallback: string): string {
  if (literal.type === 'number') return String(literal.value);
  return literal.type === 'string' ? `'${literal.value}'` : fallback;
}

function codeDefaultOf(claim: DefaultClaim, declaration: Declaration): CodeDefault {
  const { signature } = declaration;
  if (signature === undefined) return initialValue(declaration);
  if (isIncomparable(declaration) || claim.parameter === undefined) return { known: false };
  const { path, parameter, property } = locate(claim.parameter, declaration);
  if (parameter === undefined) return { known: false };
  const declared =
    property === undefined ? (path.includes('.') ? undefined : parameter.initial) : property.initial;
  const declaredLiteral = declared?.literal;
  const fallbacks = (signature.body?.fallbacks ?? []).filter((fallback) => fallback.path === path);
  const isReplaced = fallbacks.length > 0 || (signature.body?.assigned.has(path) ?? false);
  if (declared !== undefined && declaredLiteral !== undefined && declaredLiteral.type !== 'nothing') {
    if (isReplaced) return { known: false };
    return {
      known: true,
      value: { ...declared, literal: declaredLiteral },
      evidence: evidenceOf(declared, property?.quote ?? parameter.quote),
    };
  }
  const fallback = agreed(fallbacks);
  if (fallback !== undefined) return fallback;
  const isRequired =
    fallbacks.length === 0 && declared === undefined && property === undefined && parameter.kind === 'plain';
  return isRequired && !parameter.optional ? { known: false, isRequired: parameter } : { known: false };
}

/** Declarations whose parameters another one decides. */
function isIncomparable(declaration: Declaration): boolean {
  return declaration.modifiers.has('overload') || declaration.hasError;
}

function evidenceOf(value: CodeValue, whole: Quote): readonly Quote[] {
  return value.constant === undefined ? [whole] : [whole, value.constant];
}

function initialValue(declaration: Declaration): CodeDefault {
  const { initial, head } = declaration;
  if (initial?.literal === undefined || initial.literal.type === 'nothing' || declaration.hasError)
    return { known: false };
  return {
    known: true,
    value: { ...initial, literal: initial.literal },
    evidence: evidenceOf(initial, head),
  };
}

/** The parameter that an entry documents; `options.timeout` leads to a property of a destructured one. */
function locate(entry: DocParameter, declaration: Declaration) {
  const parameters = declaration.signature?.parameters ?? [];
  const path = entry.name.text;
  const [root = '', ...rest] = path.split('.');
  const named = parameters.find((parameter) => parameter.name === root);
  if (named !== undefined || rest.length === 0) return { path, parameter: named, property: undefined };
  const roots = [...new Set(declaration.doc?.parameters.map((one) => one.name.text.split('.')[0]))];
  const positional = parameters[roots.indexOf(root)];
  if (positional?.kind !== 'destructured' || rest.length > 1)
    return { path, parameter: undefined, property: undefined };
  const property = positional.properties.find((one) => one.name === rest[0]);
  return {
    path: property?.name ?? path,
    parameter: property === undefined ? undefined : positional,
    property,
  };
}

/** The one value that the body falls back to; several different ones decide nothing. */
function agreed(
  fallbacks: readonly { readonly value: CodeValue; readonly quote: Quote }[],
): CodeDefault | undefined {
  const first = fallbacks[0];
  const literal = first?.value.literal;
  if (first === undefined || literal === undefined || literal.type === 'nothing') return undefined;
  const isOne = fallbacks.every(
    ({ value }) => value.literal !== undefined && sameLiteral(value.literal, literal),
  );
  return isOne
    ? { known: true, value: { ...first.value, literal }, evidence: evidenceOf(first.value, first.quote) }
    : undefined;
}
