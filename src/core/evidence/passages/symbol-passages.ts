import { type Language, languageOfFile, type OutlineSymbol, outlineSource } from '../../source/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import type { SymbolFacts } from '../symbol-facts.ts';
import { type PassageSource, passageOf, readPassageSource } from './passage-source.ts';
import type { QuestionWords } from './question-words.ts';

/** The symbol whose declaration is to be quoted. */
export interface SymbolPassagesRequest {
  readonly facts: Pick<SymbolFacts, 'head' | 'kind' | 'package'>;
  readonly words: QuestionWords;
  readonly cancellation: Parameters<typeof outlineSource>[1]['cancellation'];
}

const longest = { declaration: 2400, body: 1600, member: 500, module: 1200, type: 1600 } as const;
const mostMembers = 12;
const mostTypes = 3;

/**
 * What the file of a symbol's declaration says of it: the declaration with its comment, its body, what holds it, and
 * the heads of the members beside it or inside it that the question's words fit best. Empty when the file can't be read
 * any more, or isn't a source.
 */
export async function symbolPassages(
  tools: EvidenceTools,
  { facts, words, cancellation }: SymbolPassagesRequest,
): Promise<readonly Evidence[]> {
  const { head, package: owner } = facts;
  const language = languageOfFile(head.path);
  if (language === undefined) return [];
  const file = await readPassageSource(tools, head.path, owner);
  if (file === undefined) return [];
  if (facts.kind === 'module') return [passageOf(file, { start: 0, end: longest.module }, longest.module)];
  const symbols = await symbolsOf(tools, file, { language, cancellation });
  const at = file.source.spanOf(head.range).start;
  const own = symbols.filter(({ declaration }) => declaration.head.span.start === at);
  const [first] = own;
  if (first === undefined) return [head];
  const same = symbols.filter(({ path, scope }) => path === first.path && scope === first.scope);
  const holder = holderOf(first, symbols);
  const members = membersOf(first, symbols);
  const siblings =
    holder === undefined ? [] : membersOf(holder, symbols).filter((one) => !same.includes(one));
  return [
    ...same.slice(0, 4).map((one) => declarationPassage(file, one, longest.declaration)),
    ...typesOf(first, symbols).map((one) => wholePassage(file, one)),
    ...(holder === undefined ? [] : [declarationPassage(file, holder, longest.member * 2)]),
    ...bestOf(members.length > 0 ? members : siblings, words).map((one) =>
      declarationPassage(file, one, longest.member),
    ),
    ...(members.length > 0 ? [] : bodyPassage(file, first)),
  ];
}

async function symbolsOf(
  { parser }: EvidenceTools,
  { source }: PassageSource,
  { language, cancellation }: { readonly language: Language } & Pick<SymbolPassagesRequest, 'cancellation'>,
): Promise<readonly OutlineSymbol[]> {
  const outline = await outlineSource(parser, { text: source.text, language, cancellation });
  return outline?.symbols ?? [];
}

/** The declaration's head with its comment, wherever the language puts it. */
function declarationPassage(file: PassageSource, { declaration }: OutlineSymbol, limit: number): Evidence {
  const { head, doc } = declaration;
  const start = Math.min(head.span.start, doc?.span.start ?? head.span.start);
  const end = Math.max(head.span.end, doc?.span.end ?? head.span.end);
  return passageOf(file, { start, end }, limit);
}

/** All of a declaration, its members included. */
function wholePassage(file: PassageSource, { declaration: { span, doc } }: OutlineSymbol): Evidence {
  return passageOf(
    file,
    { start: Math.min(span.start, doc?.span.start ?? span.start), end: span.end },
    longest.type,
  );
}

/** The declarations of the same file that a signature names: the type of its options, what it gives back. */
function typesOf(symbol: OutlineSymbol, symbols: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  const { kind, head } = symbol.declaration;
  if (kind !== 'function' && kind !== 'method') return [];
  const names = new Set(head.text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  return symbols
    .filter(({ path, scope, declaration }) => {
      const isType = ['interface', 'type', 'class', 'enum'].includes(declaration.kind);
      return isType && scope === symbol.scope && names.has(path);
    })
    .slice(0, mostTypes);
}

/** What stands behind the head and the comment: the code that runs. */
function bodyPassage(file: PassageSource, { declaration }: OutlineSymbol): readonly Evidence[] {
  const { head, doc, span, kind } = declaration;
  if (kind !== 'function' && kind !== 'method') return [];
  const start = Math.max(head.span.end, doc?.span.end ?? 0);
  const rest = file.source.text.slice(start, span.end);
  if (!/[\p{L}\p{N}]/u.test(rest)) return [];
  const blank = /^\W*?\n|^\s*/.exec(rest)?.[0].length ?? 0;
  return [passageOf(file, { start: start + blank, end: span.end }, longest.body)];
}

function holderOf(symbol: OutlineSymbol, symbols: readonly OutlineSymbol[]): OutlineSymbol | undefined {
  const path = symbol.path.split('.').slice(0, -1).join('.');
  return path === '' ? undefined : symbols.find((one) => one.path === path && one.scope === symbol.scope);
}

function membersOf(symbol: OutlineSymbol, symbols: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  const prefix = `${symbol.path}.`;
  return symbols.filter(
    ({ path, scope }) =>
      scope === symbol.scope && path.startsWith(prefix) && !/[.()]/.test(path.slice(prefix.length)),
  );
}

/** Those that the words fit first, then in the order of the file. */
function bestOf(members: readonly OutlineSymbol[], words: QuestionWords): readonly OutlineSymbol[] {
  const scoreOf = ({ declaration: { name, doc } }: OutlineSymbol) =>
    words.score(name) * 3 + words.score(doc?.summary.text ?? '');
  return members
    .map((member) => ({ member, score: scoreOf(member) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostMembers)
    .map(({ member }) => member);
}
