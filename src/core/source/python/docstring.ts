import type { DocComment, DocFormat, DocReturns, DocTag } from '../doc-comment.ts';
import type { Quote } from '../span.ts';
import {
  fieldAttributes,
  fieldParameters,
  fieldRaises,
  fieldReturns,
  fieldYields,
} from './docstring-fields.ts';
import { docLinesOf, proseOf, wordsAt } from './docstring-lines.ts';
import { isKnownTitle, type Region, regionsOf } from './docstring-regions.ts';
import { parametersOf, raisesOf, returnsOf } from './section-entries.ts';

const parameterSection =
  /^(?:args|arguments|parameters|params|keyword args|keyword arguments|other parameters)$/;
const knownSection = /^(?:attributes|returns?|yields?|raises)$/;
const knownField =
  /^(?:param|parameter|arg|argument|key|keyword|kwarg|type|[ic]?var|vartype|returns?|rtype|yields?|ytype|raises?|except|exception|throws)$/;

/**
 * A docstring taken apart: sections as Google and numpydoc write them, field lists of reStructuredText and Epytext,
 * and mixtures. `content` is the text between the quotes, `offset` its place, `whole` the literal with its quotes.
 */
export function parseDocstring(content: string, offset: number, whole: Quote): DocComment {
  const { summary, regions } = regionsOf(docLinesOf(content, offset));
  const fields = regions.filter(isField);
  const sections = regions.filter((region) => !isField(region));
  const among = (names: RegExp) => sections.filter(({ name }) => names.test(name));
  return {
    format: formatOf(regions),
    span: whole.span,
    summary: proseOf(summary),
    parameters: [...among(parameterSection).flatMap(parametersOf), ...fieldParameters(fields)],
    attributes: [...among(/^attributes$/).flatMap(parametersOf), ...fieldAttributes(fields)],
    returns: [...among(/^returns?$/).flatMap(returnsOf), ...fieldReturns(fields)],
    yields: [...among(/^yields?$/).flatMap(yieldsOf), ...fieldYields(fields)],
    raises: [...among(/^raises$/).flatMap(raisesOf), ...fieldRaises(fields)],
    tags: regions.filter(isOther).map(tagOf),
  };
}

function isField({ style }: Region): boolean {
  return style === 'sphinx' || style === 'epytext';
}

function isOther(region: Region): boolean {
  const { name } = region;
  return isField(region) ? !knownField.test(name) : !parameterSection.test(name) && !knownSection.test(name);
}

/** By the first piece that has a format: a heading of the author's own, underlined, has none. */
function formatOf(regions: readonly Region[]): DocFormat {
  return regions.find(({ style, name }) => style !== 'numpy' || isKnownTitle(name))?.style ?? 'plain';
}

/** Whatever the section says of the values, its header makes the claim that there are any. */
function yieldsOf(section: Region): readonly DocReturns[] {
  const claim = wordsAt(section.header, 0, section.header.text);
  return returnsOf(section).map((yields) => ({ ...yields, claim }));
}

function tagOf(region: Region): DocTag {
  const { name, header, lines, skip } = region;
  const last = lines.at(-1) ?? header;
  return {
    name,
    value: proseOf(lines, isField(region) ? skip : 0),
    claim: wordsAt(header, 0, header.text),
    entry: { start: header.start, end: last.next },
  };
}
