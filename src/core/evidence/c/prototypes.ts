import type { Span } from '../../source/index.ts';
import type { ParameterRecord, SignatureRecord, Stated, SymbolRecord } from '../module-record.ts';
import { enumerationsIn, enumeratorsIn } from './enumerations.ts';
import { closingOf, type Header, headerOf, recordOf } from './header-text.ts';
import { integerValue } from './integer-value.ts';
import { typeWithoutMacros } from './type-words.ts';

/**
 * The declarations of a plain name in a header: functions, macros, enumerations and their members, which stand behind
 * them. Checks read C by its tree; here the text is read instead. The headers of a machine are full of macros in front
 * of and behind what they declare (`__BEGIN_DECLS`, `ZEXTERN int ZEXPORT name OF((…))`), in which a grammar loses its way,
 * at worst for the whole of `stdlib.h`; and to look for one name in a text costs a small part of parsing its file.
 */
export function declarationsOf(text: string, name: string): readonly SymbolRecord[] {
  const header = headerOf(text);
  const functions = [...functionsIn(header, name), ...wrappedIn(header, name)];
  if (functions.length > 0) return functions;
  const macros = macrosIn(header.plain, name);
  if (macros.length > 0) return macros;
  const members = enumeratorsIn(header, name);
  return members.length > 0 ? members : enumerationsIn(header, name);
}

function functionsIn({ text, code }: Header, name: string): readonly SymbolRecord[] {
  const found: SymbolRecord[] = [];
  const opening = new RegExp(`(?<![\\w.>])${name}\\s*(?:\\b[A-Z_]{2,}\\s*\\(\\s*)?\\(`, 'g');
  for (const match of code.matchAll(opening)) {
    const start = startOf(code, match.index);
    const list = match.index + match[0].length;
    const end = closingOf(code, list, '()');
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

/** Functions that a macro declares out of their parts: `EXPORT(82, void, name, (int a))`. */
function wrappedIn({ text, code }: Header, name: string): readonly SymbolRecord[] {
  const found: SymbolRecord[] = [];
  const written = new RegExp(
    `\\b[A-Z][A-Z0-9_]*\\s*\\(\\s*(?:\\d+\\s*,\\s*)?([A-Za-z_][\\w\\s*]*?)\\s*,\\s*${name}\\s*,\\s*\\(`,
    'g',
  );
  for (const match of code.matchAll(written)) {
    const type = match[1] ?? '';
    const list = match.index + match[0].length;
    const end = closingOf(code, list, '()');
    const rest = end === undefined ? null : /^\s*(?:,([^;{}]*))?\)\s*;?/.exec(code.slice(end + 1));
    if (end === undefined || rest === null || !isOutside(code, match.index)) continue;
    const parameters = parametersIn(code, { start: list, end });
    if (parameters === undefined) continue;
    const at = match.index + match[0].indexOf(type, match[0].indexOf('('));
    const returns: Stated = { value: tidy(type), spans: [{ start: at, end: at + type.length }] };
    const marks = [{ text: rest[1] ?? '', start: end + 1 + rest[0].indexOf(rest[1] ?? '') }];
    const head: Span = { start: match.index, end: end + 1 + rest[0].trimEnd().length };
    const signature: SignatureRecord = { parameters, returns, isAsync: false };
    found.push(
      recordOf(name, { head, signature, deprecated: markOf(marks) ?? commented(text, match.index) }),
    );
  }
  return found;
}

/** Where the declaration begins whose name stands at a place. */
function startOf(code: string, at: number): number {
  let start = at;
  while (start > 0 && !/[;{}]/.test(code[start - 1] ?? '')) start--;
  return start + (/^\s*/.exec(code.slice(start, at))?.[0].length ?? 0);
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

/** Whether a macro calls something, or adds names up: what comes of it isn't written there. */
function isMade(written: string): boolean {
  const code = written.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+'/g, '');
  const names = /(?<![\w.])[A-Za-z_]\w*/.test(code);
  return /\b[A-Za-z_]\w*\s*\(/.test(code) || (names && isSum(code));
}

function isSum(written: string): boolean {
  return /[-+<>|&*~?]/.test(written.slice(1));
}

/** The value of a macro, that of a sum of numbers worked out. */
function valueAt(written: string, span: Span): Stated {
  const value = isSum(written) ? integerValue(written) : undefined;
  return { value: value === undefined ? written : String(value), spans: [span] };
}

/** The value of a macro that is another one's name, where the header defines that one once, by a number. */
function aliased(text: string, other: string, span: Span): Stated | undefined {
  if (!/^[A-Za-z_]\w*$/.test(other)) return undefined;
  const written = new RegExp(
    `^[ \\t]*#[ \\t]*define[ \\t]+${other}[ \\t]+(\\(?-?[\\dxXa-fA-F]+\\)?)[ \\t]*$`,
    'gm',
  );
  const [only, ...others] = text.matchAll(written);
  const value = only?.[1]?.replaceAll(/[()]/g, '') ?? '';
  if (only === undefined || others.length > 0 || !/^-?\d/.test(value)) return undefined;
  const start = only.index + (only[0].length - only[0].trimStart().length);
  return { value, spans: [span, { start, end: only.index + only[0].trimEnd().length }] };
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
      // Some headers define a member of an enumeration as itself, to show that it is there.
      if (shown === name) continue;
      const own = { start: head.start, end: match.index + whole.trimEnd().length };
      const initial =
        shown === '' || shown.length > 200 || isMade(shown)
          ? undefined
          : (aliased(text, shown, own) ?? valueAt(shown, own));
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
