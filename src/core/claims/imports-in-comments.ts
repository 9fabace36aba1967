import { message } from '../platform/index.ts';
import { type Quote, SourceText } from '../source/index.ts';
import type { CheckSubject, Decision } from './check.ts';
import { isSlip } from './checks/near-name.ts';
import { placeOfName, readCodeNames, withoutDocumentation } from './code-names.ts';
import type { ModuleText } from './names-around.ts';
import { undecided } from './undecided.ts';

/** A name that a comment shows how to import. */
interface ShownImport {
  readonly specifier: string;
  readonly name: Quote;
}

const line = String.raw`^[ \t]*(?:\*[ \t]*)?(?:(?:>>>|\.\.\.)[ \t]*)?`;
const forms = {
  python: new RegExp(
    String.raw`${line}from[ \t]+(?<module>\.*[\w.]*)[ \t]+import[ \t]+(?<names>\w+(?:[ \t]*,[ \t]*\w+)*)[ \t]*$`,
    'dgm',
  ),
  ecmascript: new RegExp(
    String.raw`${line}import[ \t]+\{(?<names>[^{}\n]*)\}[ \t]+from[ \t]+['"](?<module>\.[^'"\n]*)['"]`,
    'dgm',
  ),
} as const;

/** What hands on names that the module itself doesn't spell. */
const open =
  /import[ \t]*\*|export[ \t]*\*|__getattr__|globals\(\)|setattr\(|Object\.assign\(|module\.exports\s*=\s*require/;

/**
 * The names that examples of a comment import from modules of the project. False where the module is known, doesn't spell the
 * name, hands on nothing that it doesn't spell, and has one name of which it is a slip. Imports of which less is known are no claims.
 */
export async function importsInComment(
  comment: string,
  offset: number,
  subject: CheckSubject,
): Promise<readonly Decision[]> {
  const decided: Decision[] = [];
  for (const shown of importsIn(comment, offset, subject)) {
    const module = await subject.around?.module(shown.specifier);
    const decision = module === undefined ? undefined : await decide(shown, module, subject);
    if (decision !== undefined) decided.push(decision);
  }
  return decided;
}

function importsIn(
  comment: string,
  offset: number,
  { language: { family } }: CheckSubject,
): readonly ShownImport[] {
  const isRead = family === 'python' || family === 'ecmascript';
  if (!isRead || !comment.includes('import')) return [];
  return [...comment.matchAll(forms[family])].flatMap((match) => {
    const { module: specifier, names } = match.groups ?? {};
    const place = match.indices?.groups?.names;
    if (specifier === undefined || names === undefined || place === undefined) return [];
    return [...names.matchAll(/(?:^|,)\s*([A-Za-z_$][\w$]*)/dg)].flatMap((one) => {
      const [start, end] = one.indices?.[1] ?? [];
      if (start === undefined || end === undefined) return [];
      const span = { start: offset + place[0] + start, end: offset + place[0] + end };
      return [{ specifier, name: { text: one[1] ?? '', span } }];
    });
  });
}

async function decide(
  { specifier, name }: ShownImport,
  module: ModuleText,
  { around, declaration, language }: CheckSubject,
): Promise<Decision | undefined> {
  const { words, declared } = readCodeNames(module.text, language.family);
  if (words.has(name.text) || open.test(module.text)) return undefined;
  const inner = `${specifier.replace(/([^.])$/, '$1.')}${name.text}`;
  if (language.family === 'python' && (await around?.module(inner)) !== undefined) return undefined;
  const near = [...declared].filter((one) => isSlip(one, name.text));
  const [actual] = near;
  const place = actual === undefined ? undefined : placeOf(actual, module, language.family);
  if (actual === undefined || place === undefined || near.length > 1) return undefined;
  const values = { module: specifier, name: name.text, actual };
  return {
    ...undecided({
      kind: 'package',
      claim: name,
      proof: 'names',
      decidedBy: 'package/import',
      message: message('check.package.import', values),
    }),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.92,
    evidence: [declaration.head],
    elsewhere: [place],
    fix: {
      title: message('fix.package.replace', { actual }),
      edits: [{ span: name.span, newText: actual }],
    },
  };
}

function placeOf(name: string, { path, text }: ModuleText, family: CheckSubject['language']['family']) {
  const span = placeOfName(name, withoutDocumentation(text, family));
  if (span === undefined) return undefined;
  const source = new SourceText(text);
  return { path, range: source.rangeOf(span), quote: source.quote(span).text };
}
