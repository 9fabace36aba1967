import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import {
  Archives,
  type EvidenceTools,
  type FactValue,
  findSymbol,
  type ParameterFacts,
  type SymbolAtCursor,
  type SymbolFacts,
  type SymbolLookup,
  type SymbolQuery,
  symbolAtCursor,
} from '../../src/core/evidence/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../src/core/platform/index.ts';
import { type LanguageId, languageById, SourceText } from '../../src/core/source/index.ts';
import { decodeUtf8, nodeFileSystem, toPortablePath } from '../../src/node/file-system.ts';
import { sha256 } from '../../src/node/hash.ts';
import { testParser } from './tools.ts';

/** The folder of an evidence fixture, as core writes paths; an absolute path stands for itself. */
export function evidenceFixture(name: string): string {
  if (name.startsWith('/')) return name;
  return toPortablePath(fileURLToPath(new URL(`../fixtures/evidence/${name}`, import.meta.url)));
}

/** What finding evidence needs, all of it real, with a fresh cache and no library of the machine. */
export async function evidenceTools(changes: Partial<EvidenceTools> = {}): Promise<EvidenceTools> {
  const parser = await testParser();
  const cache = createMemoryCacheStore();
  const archives = new Archives(nodeFileSystem, decodeUtf8);
  return {
    files: archives.files,
    archives,
    decode: decodeUtf8,
    parser,
    sha256,
    cache,
    engine: '1',
    pythons: [],
    machine: { variables: {} },
    ...changes,
  };
}

/** What differs from a plain lookup. */
type LookUpChanges = Partial<SymbolQuery> & { readonly tools?: EvidenceTools };

/** What a lookup from a fixture's folder comes to; every quote that it has is checked against its file. */
export async function lookUp(
  fixture: string,
  symbol: string,
  changes: LookUpChanges = {},
): Promise<SymbolLookup> {
  const { tools = await evidenceTools(), ...query } = changes;
  const from = [evidenceFixture(fixture)];
  const lookup = await findSymbol(tools, { symbol, from, cancellation: neverCancelled, ...query });
  if (lookup.type === 'found') await checkQuotes(lookup.symbol);
  return lookup;
}

/** The facts of a symbol that must be found. */
export async function factsOf(
  fixture: string,
  symbol: string,
  changes: LookUpChanges = {},
): Promise<SymbolFacts> {
  const lookup = await lookUp(fixture, symbol, changes);
  if (lookup.type !== 'found') throw new Error(`${symbol}: ${JSON.stringify(lookup)}`);
  return lookup.symbol;
}

/** One parameter of a symbol that must be found. */
export async function parameterOf(fixture: string, symbol: string, name: string): Promise<ParameterFacts> {
  const facts = await factsOf(fixture, symbol);
  const found = facts.parameters?.find((parameter) => parameter.name === name);
  if (found === undefined)
    throw new Error(`${symbol} has ${facts.parameters?.map((one) => one.name).join(', ')}`);
  return found;
}

/** A fact's value with the quotes that prove it. */
export function shown(fact: FactValue | undefined): string | undefined {
  return fact === undefined
    ? undefined
    : `${fact.value} by ${fact.evidence.map(({ quote }) => quote).join(' and ')}`;
}

/** Parameters as `name?: type = default`. */
export function signature({ parameters }: SymbolFacts): readonly string[] | undefined {
  return parameters?.map(({ name, optional, type, default: initial }) =>
    [
      name,
      optional ? '?' : '',
      type === undefined ? '' : `: ${type.value}`,
      initial === undefined ? '' : ` = ${initial.value}`,
    ].join(''),
  );
}

/** What stands under the `|` of a text. */
export async function cursorOn(languageId: LanguageId, marked: string): Promise<SymbolAtCursor | undefined> {
  const language = languageById(languageId);
  if (language === undefined) throw new Error(`no language ${languageId}`);
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const tools = await evidenceTools();
  return symbolAtCursor(tools, { text, language, path: '/file', offset, cancellation: neverCancelled });
}

/** What a comment has between its words. */
const commentMarks = /(?:[\s*`]|\/\/[/!]?|#(?=\s))+/g;

async function checkQuotes(facts: SymbolFacts): Promise<void> {
  const { files } = new Archives(nodeFileSystem, decodeUtf8);
  const parameters = facts.parameters ?? [];
  const values = [
    facts.type,
    facts.default,
    facts.returns,
    facts.deprecated,
    facts.since,
    ...(facts.raises ?? []),
  ];
  const stated = [...values, ...parameters.flatMap((one) => [one.type, one.default])];
  const evidence = [
    facts.head,
    ...parameters.map((one) => one.evidence),
    ...stated.flatMap((one) => one?.evidence ?? []),
  ];
  for (const { path, range, quote, package: owner } of evidence) {
    const source = new SourceText((await files.readText(path)) ?? '');
    const { start, end } = source.spanOf(range);
    expect(source.text.slice(start, end)).toBe(quote);
    expect(quote).not.toBe('');
    expect(owner).toBeDefined();
  }
  for (const fact of stated) {
    if (fact === undefined || fact.value === '') continue;
    if (fact === facts.default && isWorkedOut(facts, fact)) continue;
    const quotes = fact.evidence.map(({ quote }) => quote.replaceAll(commentMarks, ' ')).join('\n');
    expect(quotes).toContain(fact.value.replaceAll(commentMarks, ' '));
  }
}

/** Whether C works a value out of its quote: a macro of numbers alone, or a member that stands so far behind a number. */
function isWorkedOut({ name, package: { ecosystem } }: SymbolFacts, { value, evidence }: FactValue): boolean {
  const [{ quote } = { quote: '' }, ...others] = evidence;
  if (ecosystem !== 'c' || others.length > 0) return false;
  if (new RegExp(`^#define ${name} [\\d\\s()+*|<-]+$`).test(quote)) return /^\d+$/.test(value);
  const [, first, behind = ''] = new RegExp(`= (\\w+)((?:,\\s*\\w+)*,\\s*${name})$`).exec(quote) ?? [];
  return first !== undefined && Number(first) + behind.split(',').length - 1 === Number(value);
}
