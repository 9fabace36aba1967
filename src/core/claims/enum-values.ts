import type { Literal, Quote } from '../source/index.ts';

/** The members of an enum as values that a caller may mean: their names and what they stand for. */
export interface EnumValues {
  readonly values: readonly Literal[];
  readonly whole: Quote;
}

/** The enum of that name in a text, where there is exactly one and all its members are written out; else `undefined`. */
export function enumValues(name: string, text: string): EnumValues | undefined {
  const word = name.replaceAll('$', String.raw`\$`);
  const typescript = [
    ...text.matchAll(
      new RegExp(
        String.raw`^[ \t]*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+${word}\s*\{([^{}]*)\}`,
        'gm',
      ),
    ),
  ];
  const python = [
    ...text.matchAll(
      new RegExp(
        String.raw`^class\s+${word}\(\s*(?:(?:str|int)\s*,\s*)?(?:enum\.)?(?:Str|Int)?Enum\s*\):[^\n]*\n((?:[ \t]+[^\n]*(?:\n|$)|[ \t]*\n)+)`,
        'gm',
      ),
    ),
  ];
  const [match] = [...typescript, ...python];
  if (match === undefined || typescript.length + python.length > 1) return undefined;
  const values = typescript.length === 1 ? typescriptMembers(match[1] ?? '') : pythonMembers(match[1] ?? '');
  const words = match[0].trim();
  const start = match.index + match[0].indexOf(words);
  return values === undefined
    ? undefined
    : { values, whole: { text: words, span: { start, end: start + words.length } } };
}

function typescriptMembers(body: string): readonly Literal[] | undefined {
  const plain = body.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const members = plain
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const found = members.map((member) => memberOf(/^['"]?([\w$]+)['"]?(?:\s*=\s*([\s\S]+))?$/.exec(member)));
  return whole(found);
}

/** A docstring's lines, methods and private names aside; where values are looked up otherwise, nothing is known. */
function pythonMembers(body: string): readonly Literal[] | undefined {
  if (/\b_missing_\b|\b__new__\b|\b_generate_next_value_\b/.test(body)) return undefined;
  const code = body.replaceAll(/("""|''')[\s\S]*?\1/g, '');
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  const depth = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
  const members = lines.flatMap((line) => {
    const match = new RegExp(String.raw`^${depth}([A-Za-z]\w*)\s*=\s*(.+?)\s*(?:#[^'"]*)?$`).exec(line);
    return match === null ? [] : [memberOf(match)];
  });
  return whole(members);
}

function memberOf(match: RegExpExecArray | null): readonly Literal[] | undefined {
  const [, name, value] = match ?? [];
  if (name === undefined) return undefined;
  const named: Literal = { type: 'string', value: name };
  if (value === undefined) return [named];
  const text = /^(['"])((?:(?!\1)[^\\\n])*)\1$/.exec(value)?.[2];
  if (text !== undefined) return [named, { type: 'string', value: text }];
  return /^-?\d+(?:\.\d+)?$/.test(value) ? [named, { type: 'number', value: Number(value) }] : undefined;
}

function whole(members: readonly (readonly Literal[] | undefined)[]): readonly Literal[] | undefined {
  const known = members.filter((member) => member !== undefined);
  return known.length === 0 || known.length < members.length ? undefined : known.flat();
}
