import type { Span } from '../../source/index.ts';
import type { ParameterRecord, SignatureRecord, Stated, SymbolRecord } from '../module-record.ts';
import { typeWithoutMacros } from './type-words.ts';

/**
 * The declarations of a plain name in a header: functions, macros and members of enumerations. Headers are read as
 * text, since the macros in front of and behind their declarations are no C that a parser knows.
 */
export function declarationsOf(text: string, name: string): readonly SymbolRecord[] {
  const plain = withoutComments(text);
  const code = withoutDirectives(plain);
  const functions = functionsIn({ text, code }, name);
  if (functions.length > 0) return functions;
  const macros = macrosIn(plain, name);
  return macros.length > 0 ? macros : enumeratorsIn(code, name);
}

interface Header {
  readonly text: string;
  /** As long, with blanks in place of comments and directives. */
  readonly code: string;
}

/** Blanks in place of comments, so that every place stays. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/g, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, ' '),
  );
}

function withoutDirectives(text: string): string {
  return text.replace(/^[ \t]*#(?:[^\n\\]|\\[\s\S])*/gm, (found) => found.replace(/[^\n]/g, ' '));
}

function functionsIn({ text, code }: Header, name: string): readonly SymbolRecord[] {
  const found: SymbolRecord[] = [];
  const opening = new RegExp(`(?<![\\w.>])${name}\\s*(?:\\b[A-Z_]{2,}\\s*\\(\\s*)?\\(`, 'g');
  for (const match of code.matchAll(opening)) {
    const start = startOf(code, match.index);
    const list = match.index + match[0].length;
    const end = closingOf(code, list);
    const behind = end === undefined ? null : /^[\s)]*([^;{}=]*?)\s*[;{]/.exec(code.slice(end + 1));
    if (end === undefined || behind === null || !isOutside(code, start)) continue;
    const before = code.slice(start, match.index);
    if (/[=,(.!?&|+<>-]\s*$|\b(?:return|typedef|case|else)\b|=/.test(withoutCalls(before))) continue;
    const result = typeWithoutMacros(before, start);
    if (result === undefined) continue;
    const parameters = parametersIn(code, { start: list, end });
    if (parameters === undefined) continue;
    const last = end + 1 + behind[0].length - (behind[0].endsWith('{') ? 1 : 0);
    const head: Span = { start, end: start + code.slice(start, last).trimEnd().length };
    const signature: SignatureRecord = { parameters, returns: result, isAsync: false };
    const attributes = [
      { text: before, start },
      { text: behind[1] ?? '', start: end + 1 + behind[0].indexOf(behind[1] ?? '') },
    ];
    found.push(recordOf(name, { head, signature, deprecated: markOf(attributes) ?? commented(text, start) }));
  }
  return found;
}

/** Where the declaration begins whose name stands at a place. */
function startOf(code: string, at: number): number {
  let start = at;
  while (start > 0 && !/[;{}]/.test(code[start - 1] ?? '')) start--;
  return start + (/^\s*/.exec(code.slice(start, at))?.[0].length ?? 0);
}

function closingOf(code: string, from: number): number | undefined {
  let depth = 1;
  for (let i = from; i < Math.min(code.length, from + 8000); i++) {
    if (code[i] === '(') depth++;
    if (code[i] === ')' && --depth === 0) return i;
  }
  return undefined;
}

/** Whether a place lies in no braces but those of `extern "C"`. */
function isOutside(code: string, at: number): boolean {
  const before = code.slice(0, at);
  let depth = 0;
  for (const character of before.replace(/extern\s*"C(?:\+\+)?"\s*\{/g, '')) {
    if (character === '{') depth++;
    // The brace that closes `extern "C"` was opened by none of these.
    if (character === '}' && depth > 0) depth--;
  }
  return depth === 0;
}

/** Macros with arguments and attributes taken out of a type. */
function withoutCalls(text: string): string {
  return text.replace(/\b\w+\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, ' ');
}

function parametersIn(code: string, list: Span): readonly ParameterRecord[] | undefined {
  const parameters: ParameterRecord[] = [];
  for (const span of split(code, list)) {
    const written = code.slice(span.start, span.end);
    if (written === '' || written === 'void') continue;
    const parameter = parameterOf(written, span);
    if (parameter === undefined) return undefined;
    parameters.push(parameter);
  }
  return parameters;
}

function split(code: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i <= end; i++) {
    const character = code[i];
    if (i < end && (character === '(' || character === '[')) depth++;
    if (i < end && (character === ')' || character === ']')) depth--;
    if (i !== end && (character !== ',' || depth !== 0)) continue;
    const text = code.slice(from, i);
    const lead = text.length - text.trimStart().length;
    parts.push({ start: from + lead, end: from + Math.max(lead, text.trimEnd().length) });
    from = i + 1;
  }
  return parts;
}

const builtIn = /^(?:void|char|short|int|long|float|double|signed|unsigned|_?Bool|bool|\w+_t)$/;
const qualifier = /^(?:const|volatile|restrict|__restrict(?:__)?|struct|union|enum|register)$/;

function parameterOf(written: string, span: Span): ParameterRecord | undefined {
  const shared = { span, properties: [] };
  if (written === '...') return { ...shared, name: '', kind: 'rest', optional: true };
  const plain = { ...shared, kind: 'plain', optional: false } as const;
  const callback = /\(\s*(?:\w+\s+)?[*^]\s*(?:const\s+)?(\w+)?\s*(?:\[[^\]]*\])?\)\s*\(/.exec(written);
  const whole: Stated = { value: tidy(written), spans: [span] };
  if (callback !== null) return { ...plain, name: callback[1] ?? '', type: whole };
  const found = /^([\s\S]*?[\s*&])?(\w+)\s*((?:\[[^\]]*\]\s*)*)$/.exec(withoutCalls(written).trimEnd());
  if (found === null) return /^[\w\s*&]+$/.test(written) ? { ...plain, name: '', type: whole } : undefined;
  const [, before = '', last = '', array = ''] = found;
  const words = before.split(/[\s*&]+/).filter((word) => word !== '' && !qualifier.test(word));
  // `unsigned int` and `sqlite3*` name no parameter.
  const isType = words.length === 0 || builtIn.test(last) || qualifier.test(last);
  if (isType) return { ...plain, name: '', type: whole };
  // A man page writes how long an array is in a way that is no type of C: `void base[.size * .nmemb]`.
  if (/\[[^\]]*\./.test(array)) return { ...plain, name: last };
  if (array.trim() !== '') return { ...plain, name: last, type: whole };
  const value = before.trim();
  return {
    ...plain,
    name: last,
    type: { value: tidy(value), spans: [{ start: span.start, end: span.start + value.length }] },
  };
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

const deprecating = /\b\w*deprecated\w*\b/i;

/** A macro or attribute that says that a function is deprecated, with its words. */
function markOf(places: readonly { readonly text: string; readonly start: number }[]): Stated | undefined {
  for (const { text, start } of places) {
    const found = deprecating.exec(text);
    if (found === null) continue;
    const inside = /^\w+\s*(\((?:[^()]|\([^()]*\))*\))?/.exec(text.slice(found.index));
    const whole = inside?.[0] ?? found[0];
    const note = /"([^"\n]+)"/.exec(whole)?.[1];
    const at = start + found.index;
    return { value: note ?? found[0], spans: [{ start: at, end: at + whole.trimEnd().length }] };
  }
  return undefined;
}

/** `@deprecated` and the like in the comment right above. */
function commented(text: string, start: number): Stated | undefined {
  const comment = /\/\*[*!](?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(text.slice(0, start));
  const found =
    comment === null
      ? null
      : /[@\\]deprecated\b[ \t]*([^\n]*)|^[ \t*]*Deprecated:[ \t]*([^\n]*)/m.exec(comment[0]);
  if (comment === null || found === null) return undefined;
  const at = comment.index + found.index;
  const value = (found[1] ?? found[2] ?? '').replace(/\*\/\s*$/, '').trim();
  return { value, spans: [{ start: at, end: at + found[0].trimEnd().length }] };
}

function macrosIn(text: string, name: string): readonly SymbolRecord[] {
  const found: SymbolRecord[] = [];
  const written = new RegExp(
    `^[ \\t]*#[ \\t]*define[ \\t]+${name}(?:\\(([^)\\n]*)\\)|(?=\\s))[ \\t]*((?:[^\\n\\\\]|\\\\[\\s\\S])*)`,
    'gm',
  );
  for (const match of text.matchAll(written)) {
    const [whole, list, value = ''] = match;
    const lead = whole.length - whole.trimStart().length;
    const line = /^[^\n]*/.exec(whole.trimStart())?.[0] ?? '';
    const head: Span = { start: match.index + lead, end: match.index + lead + line.trimEnd().length };
    if (list === undefined) {
      const shown = tidy(value.replaceAll('\\\n', ' '));
      const initial =
        shown === '' || shown.length > 200
          ? undefined
          : { value: shown, spans: [{ start: head.start, end: match.index + whole.trimEnd().length }] };
      found.push(recordOf(name, { head, ...(initial === undefined ? {} : { initial }) }));
      continue;
    }
    const parameters = list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one): ParameterRecord => {
        const isRest = one.endsWith('...');
        return {
          name: one.replace('...', ''),
          kind: isRest ? 'rest' : 'plain',
          optional: isRest,
          span: head,
          properties: [],
        };
      });
    found.push(recordOf(name, { head, signature: { parameters, isAsync: false } }));
  }
  return found;
}

function enumeratorsIn(code: string, name: string): readonly SymbolRecord[] {
  const found: SymbolRecord[] = [];
  const written = new RegExp(`(?<=[{,]\\s*)\\b${name}\\b\\s*(?:=\\s*([^,}]+?))?\\s*(?=[,}])`, 'g');
  for (const match of code.matchAll(written)) {
    const opening = code.lastIndexOf('{', match.index);
    if (!/\benum\b[^;{}]*$/.test(code.slice(Math.max(0, opening - 200), opening))) continue;
    const head: Span = { start: match.index, end: match.index + match[0].trimEnd().length };
    const value = match[1];
    const initial = value === undefined ? {} : { initial: { value: tidy(value), spans: [head] } };
    found.push(recordOf(name, { head, ...initial }));
  }
  return found;
}

function recordOf(
  path: string,
  {
    head,
    signature,
    initial,
    deprecated,
  }: {
    readonly head: Span;
    readonly signature?: SignatureRecord;
    readonly initial?: Stated;
    readonly deprecated?: Stated | undefined;
  },
): SymbolRecord {
  return {
    path,
    scope: '',
    kind: signature === undefined ? 'variable' : 'function',
    head,
    signatures: signature === undefined ? [] : [signature],
    isOverload: false,
    isAccessor: false,
    isOptional: false,
    ...(initial === undefined ? {} : { initial }),
    ...(deprecated === undefined ? {} : { deprecated }),
    raises: [],
    types: [],
    aliases: [],
    bases: [],
  };
}
