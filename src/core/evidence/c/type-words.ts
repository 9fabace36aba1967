import type { Stated } from '../module-record.ts';

const qualifier = /^(?:const|volatile|struct|union|enum|unsigned|signed|__const)$/;
const builtIn = /^(?:void|char|short|int|long|float|double|_?Bool|bool)$/;
const storage =
  /^(?:extern|static|inline|register|_Noreturn|__extension__|__inline(?:__)?|__attribute__|__declspec|constexpr|virtual)$/;
/** Names in capitals are macros where another word can be the type. */
const macro = /^[A-Z][A-Z0-9_]*$|^__\w+$|^_[A-Z]\w*$/;

/**
 * The type in front of a function's name, without the macros that say how it is linked or called: `CURL *` of
 * `CURL_EXTERN CURL *`. `undefined` when there is none, or when more than one word could be it.
 */
export function typeWithoutMacros(before: string, offset: number): Stated | undefined {
  const inside = typeInMacro(before);
  if (inside !== undefined)
    return { value: inside.value, spans: [{ start: offset + inside.start, end: offset + inside.end }] };
  const blanked = before.replace(
    /\b(?:\w+)\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[\[[^\]]*\]\]|"[^"\n]*"/g,
    (found) => ' '.repeat(found.length),
  );
  if (/[^\w\s*&]/.test(blanked)) return undefined;
  const words = [...blanked.matchAll(/\w+|[*&]/g)].map(({ 0: text, index }) => ({ text, index }));
  const named = words.filter(
    ({ text }) => /\w/.test(text) && !qualifier.test(text) && !storage.test(text) && !builtIn.test(text),
  );
  const isBuiltIn = words.some(({ text }) => builtIn.test(text) || /^(?:un)?signed$/.test(text));
  const plain = named.filter(({ text }) => !macro.test(text));
  if (plain.length > 1 || (isBuiltIn && plain.length > 0)) return undefined;
  const type = isBuiltIn ? undefined : (plain[0] ?? named.at(-1));
  if (type === undefined && !isBuiltIn) return undefined;
  const kept = words.filter(
    (word) => word === type || qualifier.test(word.text) || builtIn.test(word.text) || /[*&]/.test(word.text),
  );
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isWhole = words.indexOf(last) - words.indexOf(first) === kept.length - 1;
  const value = isWhole
    ? before.slice(first.index, last.index + last.text.length).replaceAll(/\s+/g, ' ')
    : kept.map(({ text }) => text).join(' ');
  const start = offset + first.index;
  const end = offset + last.index + last.text.length;
  return { value, spans: [{ start, end }] };
}

/**
 * The type that a macro is given: `const char *` of `API(const char *) CALLED name(…)`. `undefined` where words outside
 * may be the type.
 */
function typeInMacro(
  before: string,
): { readonly value: string; readonly start: number; readonly end: number } | undefined {
  const found = /^([\w\s]*?)\b([A-Z][A-Z0-9_]*)\s*\(\s*([A-Za-z_][\w\s]*?\s*\**)\s*\)([\w\s]*)$/.exec(before);
  if (found === null) return undefined;
  const [, ahead = '', name = '', type = '', behind = ''] = found;
  const outside = `${ahead} ${behind}`.split(/\s+/).filter((word) => word !== '' && !storage.test(word));
  const isCertain =
    /\*|_t$/.test(type) || type.split(/\s+/).some((word) => builtIn.test(word) || qualifier.test(word));
  // What stands behind such a macro may be the type itself: `SINCE(LATER) HANDLE name(…)`.
  const mayBeType = outside.some((word) => !macro.test(word)) || (!isCertain && behind.trim() !== '');
  if (mayBeType || macro.test(type) || /^__/.test(name)) return undefined;
  const start = ahead.length + before.slice(ahead.length).indexOf(type, name.length);
  return { value: type.replaceAll(/\s+/g, ' '), start, end: start + type.length };
}
