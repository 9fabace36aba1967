import type { Evidence, FactValue, ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import type { Position } from '../../source/index.ts';
import { answered, declined, type Outcome } from '../answer.ts';
import { choices, clip, originOf, parameterLabel, symbolLabel } from '../wording.ts';
import { aboutDefault, mustBePassed, unreadableSignature, variantsOf } from './signature.ts';
import type { Answerer, TopicContext } from './topic.ts';

/** The default of a parameter, the initial value of a constant or property, or whether there is one. */
export const answerDefault: Answerer = (context) =>
  context.parameter === undefined ? ofSymbol(context) : ofParameter(context, context.parameter);

function ofParameter({ topic, facts }: TopicContext, parameter: ParameterFacts): Outcome {
  const unreadable = unreadableSignature(facts, aboutDefault(parameter));
  if (unreadable !== undefined) return unreadable;
  const values = {
    symbol: symbolLabel(facts),
    parameter: parameterLabel(parameter, facts),
    ...originOf(facts),
  };
  const isWhether = topic === 'has-default';
  if (parameter.default !== undefined) {
    const isDeclared = isWithin(parameter.default, parameter.evidence) || !isWords(parameter.default);
    const id = isWhether
      ? 'ask.answer.has-default'
      : isDeclared
        ? 'ask.answer.default'
        : 'ask.answer.default-documented';
    return answered(
      isDeclared ? 'ask.default.declared' : 'ask.default.documented',
      message(id, { ...values, value: shownValue(parameter.default) }),
      parameter.default.evidence,
    );
  }
  if (!mustBePassed(parameter)) return declined('ask.declined.no-default', values, [parameter.evidence]);
  const id = isWhether ? 'ask.answer.has-no-default' : 'ask.answer.required';
  return answered('ask.default.required', message(id, values), [parameter.evidence]);
}

function ofSymbol({ facts }: TopicContext): Outcome {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  const value = facts.default ?? literalType(facts);
  if (value !== undefined) {
    if (isBareTuple(value) || isDecidedByRunning(value))
      return declined('ask.declined.no-value', values, [facts.head]);
    const isStated = facts.kind === 'property' && isWords(value);
    const id = isStated ? 'ask.answer.property-default' : 'ask.answer.value';
    const rule = isStated ? 'ask.default.documented' : 'ask.default.declared';
    return answered(rule, message(id, { ...values, value: shownValue(value) }), value.evidence);
  }
  const withDefaults = (facts.parameters ?? []).filter((one) => one.default !== undefined);
  if (facts.parameters !== undefined) {
    const names = choices(withDefaults.map((one) => parameterLabel(one, facts)));
    return declined('ask.declined.which-parameter', { ...values, names }, [facts.head]);
  }
  return variantsOf(facts) ?? declined('ask.declined.no-value', values, [facts.head]);
}

/** `200, "OK"`: members of an enumeration are often written so, and only one part is their value. */
function isBareTuple({ value }: FactValue): boolean {
  return /^(?:[\w.]+|"[^"]*"|'[^']*')\s*,/.test(value);
}

/** A comparison, a choice or a condition: what comes of it isn't written there. */
function isDecidedByRunning({ value }: FactValue): boolean {
  const code = value.replace(/(["'`])(?:(?!\1)[^\\]|\\.)*\1/g, '').replace(/=>/g, '');
  const isChosen = /[=!<>]=|[^=]>|<|\?[^.?]|&&|\|\||\b(?:if|else|and|or|not|in|is)\b/.test(code);
  const isSumOfNames = /^[\w.]*[A-Za-z_][\w.]*\s*[-+*/%|&^]|[-+*/%|&^]\s*[A-Za-z_][\w.]*$/.test(code.trim());
  const isSumOfTexts =
    /["'`]\s*[-+*/]|[-+*/]\s*["'`]/.test(value) && !/^(["'`])(?:(?!\1)[^\\]|\\.)*\1$/s.test(value);
  return isChosen || isSumOfNames || isSumOfTexts || isOtherName(value);
}

/** The name of something else, which was not followed: `iota`, `os.PathSeparator`. */
function isOtherName(value: string): boolean {
  const isKnown = /^(?:None|True|False|null|undefined|true|false|nil|NaN|Infinity)$/.test(value);
  return !isKnown && /^[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/.test(value);
}

/** Numbers without the separators that only the source has. */
function shownValue({ value }: FactValue): string {
  return clip(/^-?\d[\d_]*(?:\.[\d_]+)?$/.test(value) ? value.replaceAll('_', '') : value);
}

/** Whether a comment states the value, rather than code. */
function isWords({ evidence }: FactValue): boolean {
  return evidence.every(({ quote }) => /default/i.test(quote));
}

/** A constant that is declared by a literal type has that value. */
function literalType({ kind, type }: SymbolFacts): FactValue | undefined {
  const isLiteral =
    type !== undefined && /^(?:-?\d[\d_]*(?:\.\d+)?|true|false|(["'])[^"'|]*\1)$/.test(type.value);
  return kind === 'variable' && isLiteral ? type : undefined;
}

/** Whether the signature itself holds the value, rather than words about it. */
function isWithin({ evidence }: FactValue, { path, range }: Evidence): boolean {
  return evidence.some(
    (one) =>
      one.path === path && !isBefore(one.range.start, range.start) && !isBefore(range.end, one.range.end),
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
