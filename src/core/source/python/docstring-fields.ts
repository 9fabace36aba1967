import type { DocParameter, DocRaises, DocReturns } from '../doc-comment.ts';
import type { Quote } from '../span.ts';
import { proseOf, wordsAt } from './docstring-lines.ts';
import type { Region } from './docstring-regions.ts';
import { exceptionNames, raisedBy } from './section-entries.ts';
import { readTypeSpecification } from './type-specification.ts';

/** The fields of some names, `:param x:` and `@param x:`. */
function fieldsNamed(fields: readonly Region[], names: RegExp): readonly Region[] {
  return fields.filter(({ name }) => names.test(name));
}

/** The parameters that fields document, with the types that fields of their own give. */
export function fieldParameters(fields: readonly Region[]): readonly DocParameter[] {
  const isParameter = /^(?:param|parameter|arg|argument|key|keyword|kwarg)$/;
  return parametersOf(fieldsNamed(fields, isParameter), fieldsNamed(fields, /^type$/));
}

/** The attributes that fields document. */
export function fieldAttributes(fields: readonly Region[]): readonly DocParameter[] {
  return parametersOf(fieldsNamed(fields, /^[ic]?var$/), fieldsNamed(fields, /^vartype$/));
}

function parametersOf(fields: readonly Region[], types: readonly Region[]): readonly DocParameter[] {
  const documented = fields.flatMap((field) => parameterOf(field, types));
  const names = new Set(documented.map(({ name }) => name.text));
  // A type alone documents its parameter, too; Epytext writes those of attributes alike.
  const alone = types
    .filter(({ style }) => style === 'sphinx')
    .flatMap((field) => parameterOf(field, types))
    .filter(({ name }) => !names.has(name.text));
  return [...documented, ...alone.map((one) => ({ ...one, description: proseOf([]) }))];
}

function parameterOf(field: Region, types: readonly Region[]): readonly DocParameter[] {
  const match = /^(?:(.*?\S)\s+)?(?:\\?\*){0,2}([A-Za-z_]\w*)$/.exec(field.argument);
  const [, before, name] = match ?? [];
  if (name === undefined) return [];
  const own = before === undefined ? undefined : argumentPart(field, 0, before);
  const apart = types.find(({ argument }) => argument.replace(/^(?:\\?\*){1,2}/, '') === name);
  const written = own ?? (apart === undefined ? undefined : firstLine(apart));
  const specification = written === undefined ? { optional: false } : readTypeSpecification(written);
  return [
    {
      name: argumentPart(field, field.argument.length - name.length, name),
      ...specification,
      description: descriptionOf(field),
      entry: entryOf(field),
    },
  ];
}

/** Words of what a field is about, which stand before its colon. */
function argumentPart({ header, argument }: Region, index: number, words: string): Quote {
  return wordsAt(header, header.text.indexOf(argument, header.text.search(/\s/)) + index, words);
}

/** The text of a field's first line; empty where it begins on the next. */
function firstLine({ header, skip }: Region): Quote {
  return wordsAt(header, skip, header.text.slice(skip));
}

function descriptionOf({ lines, skip }: Region): DocParameter['description'] {
  return proseOf(lines, skip);
}

function entryOf({ header, lines }: Region): DocParameter['entry'] {
  return { start: header.start, end: (lines.at(-1) ?? header).next };
}

/** What fields say comes back: each `:returns:` with the type of the one `:rtype:`, or that alone. */
export function fieldReturns(fields: readonly Region[]): readonly DocReturns[] {
  return resultsOf(fieldsNamed(fields, /^returns?$/), fieldsNamed(fields, /^rtype$/));
}

/** What fields say is yielded. */
export function fieldYields(fields: readonly Region[]): readonly DocReturns[] {
  return resultsOf(fieldsNamed(fields, /^yields?$/), fieldsNamed(fields, /^ytype$/));
}

function resultsOf(fields: readonly Region[], types: readonly Region[]): readonly DocReturns[] {
  const [typeField] = types;
  const written = typeField === undefined ? undefined : firstLine(typeField);
  const type = written === undefined || written.text === '' ? {} : { type: written };
  if (fields.length === 0 && typeField !== undefined) {
    return [{ ...resultOf(typeField), description: proseOf([]), ...type }];
  }
  return fields.map((field) => {
    const result = resultOf(field);
    const isNext = typeField?.header.start === result.entry.end && fields.length === 1;
    const entry = isNext ? { start: result.entry.start, end: entryOf(typeField).end } : result.entry;
    return { ...result, entry, ...type };
  });
}

function resultOf(field: Region): DocReturns {
  return { description: descriptionOf(field), claim: claimOf(field), entry: entryOf(field) };
}

function claimOf({ header }: Region): Quote {
  return wordsAt(header, 0, header.text);
}

/** The exceptions that fields name; one without a name says in prose what it is. */
export function fieldRaises(fields: readonly Region[]): readonly DocRaises[] {
  return fieldsNamed(fields, /^(?:raises?|except|exception|throws)$/).flatMap((field) => {
    const [first, ...rest] = field.lines;
    if (first === undefined) return [];
    if (field.argument === '') return raisedBy([first, ...rest], field.skip);
    return exceptionNames(field.argument).map(({ name, index }) => ({
      exception: argumentPart(field, index, name),
      description: descriptionOf(field),
      claim: claimOf(field),
      entry: entryOf(field),
    }));
  });
}
