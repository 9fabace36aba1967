import {
  type Evidence,
  isPlainWord,
  type NamedPackage,
  type PassagesRequest,
  type SymbolFacts,
} from '../../evidence/index.ts';
import { throwIfCancelled } from '../../platform/index.ts';
import type { Language } from '../../source/index.ts';
import type { AskRequest } from '../answer-question.ts';
import type { AskTools, LookAround } from '../ask-tools.ts';
import { type AskedDocument, openDocument } from '../asked-document.ts';
import type { SymbolPhrase } from '../question.ts';
import { maskNames } from '../quoted-names.ts';
import { readQuestion } from '../read-question.ts';
import { resolveSymbol } from '../resolve-symbol.ts';

/** What finding passages for a question needs; where they stand is the evidence's matter. */
export interface PassageTools extends AskTools {
  readonly findPassages: (request: PassagesRequest) => Promise<readonly Evidence[]>;
  /** Like `findSymbol`, but a bare name counts only in packages that the workspace itself names. */
  readonly findNear: AskTools['findSymbol'];
  /** The installed packages that a question names or the open document imports. */
  readonly mentionedPackages: (
    request: Pick<PassagesRequest, 'question' | 'from' | 'cancellation'> & {
      readonly document?: { readonly text: string; readonly language: Language };
    },
  ) => Promise<readonly NamedPackage[]>;
}

/** A question that evidence declined. */
export interface PassagesAsked extends AskRequest {
  /** What the decline looked at. */
  readonly looked: readonly Evidence[];
}

const mostSymbols = 4;
/** Names are looked up for so long at most: somebody waits, and most words of a question lead nowhere. */
const mostMilliseconds = 3000;

/**
 * Passages that may tell what evidence could not, the likeliest first; empty when nothing that is installed has to do
 * with the question. Throws a `CancelledError` when cancelled.
 */
export async function passagesFor(tools: PassageTools, asked: PassagesAsked): Promise<readonly Evidence[]> {
  const { question, looked, from, cancellation } = asked;
  const opened = asked.at === undefined ? undefined : await openDocument(tools, asked.at);
  const document = opened === undefined || 'type' in opened ? undefined : opened;
  const mentioned = await tools.mentionedPackages({
    question,
    from,
    cancellation,
    ...(document === undefined
      ? {}
      : { document: { text: document.source.text, language: document.place.language } }),
  });
  const symbols = await symbolsOf(tools, asked, mentioned);
  const ofSymbols = symbols.map(({ package: { ecosystem, name } }) => ({ ecosystem, name }));
  const packages = [...ofSymbols, ...mentioned].filter(
    (one, i, all) => all.findIndex((other) => other.name === one.name) === i,
  );
  return tools.findPassages({
    question,
    looked,
    symbols,
    packages,
    from,
    cancellation,
    ...(document === undefined ? {} : { document: placeOf(document) }),
  });
}

function placeOf({ place, source }: AskedDocument) {
  return { path: place.path, text: source.text, line: place.position.line };
}

/** The symbols that the question names and that are found, and the one under the cursor; each once. */
async function symbolsOf(
  tools: PassageTools,
  asked: PassagesAsked,
  mentioned: readonly NamedPackage[],
): Promise<readonly SymbolFacts[]> {
  const search = new SymbolSearch(tools, asked);
  const read = readQuestion(asked.question.trim())?.symbol;
  if (read !== undefined) await search.look(read);
  const { written, words } = namesIn(asked.question);
  for (const name of written) await search.look({ name });
  for (const { name: owner } of mentioned) {
    const others = words.filter((name) => name !== owner);
    const holders: string[] = [];
    for (const name of others) if (await search.look({ name, package: owner })) holders.push(name);
    for (const holder of holders) {
      for (const name of others) {
        if (name !== holder) await search.look({ name: `${holder}.${name}`, package: owner });
      }
    }
  }
  if (asked.at !== undefined) await search.look(undefined);
  // Where a package is named, a name of another one that happens to be a word of the question misleads.
  // A plain word is the name of something in one package or another.
  const near: AskTools = { ...tools, findSymbol: tools.findNear };
  for (const name of mentioned.length === 0 ? words : []) await search.look({ name }, near);
  return search.found;
}

/** Looks names up as long as there is time, and room for more. */
class SymbolSearch {
  readonly #tools: PassageTools;
  readonly #around: LookAround;
  readonly #found = new Map<string, SymbolFacts>();
  readonly #tried = new Set<string>();
  readonly #end: number;

  constructor(tools: PassageTools, { at, from, cancellation }: PassagesAsked) {
    this.#tools = tools;
    this.#around = { from, cancellation, ...(at === undefined ? {} : { at }) };
    this.#end = tools.clock() + mostMilliseconds;
  }

  /** In the order found; whole modules last, of which only the beginning is quoted. */
  get found(): readonly SymbolFacts[] {
    const found = [...this.#found.values()];
    const isModule = ({ kind }: SymbolFacts) => kind === 'module';
    return [...found.filter((one) => !isModule(one)), ...found.filter(isModule)];
  }

  /** Whether the phrase, or the cursor without one, leads to a symbol; a whole package is none. */
  async look(phrase: SymbolPhrase | undefined, tools: AskTools = this.#tools): Promise<boolean> {
    const key = `${phrase?.package ?? ''} ${phrase?.name ?? ''}`;
    if (this.#tried.has(key) || this.#found.size >= mostSymbols || this.#tools.clock() > this.#end)
      return false;
    this.#tried.add(key);
    throwIfCancelled(this.#around.cancellation);
    const resolution = await resolveSymbol(tools, phrase, this.#around);
    if (resolution.type !== 'found' || resolution.facts.name === '') return false;
    const { facts } = resolution;
    this.#found.set(`${facts.package.name} ${facts.name}`, facts);
    return true;
  }
}

const codeLike =
  /[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)+|[A-Za-z][A-Za-z0-9]*_\w+|[a-z][a-z0-9]*[A-Z]\w*|[A-Z][a-z0-9]+[A-Z]\w*/gu;

/** Names that a question writes as code, and every word of it that a member of a package may be called by. */
function namesIn(question: string): {
  readonly written: readonly string[];
  readonly words: readonly string[];
} {
  const { text, names } = maskNames(question);
  const written = [...names, ...(text.match(codeLike) ?? [])];
  const words = [
    ...names,
    ...(text.match(/[A-Za-z_$][\w$]{2,}/g) ?? []).filter((word) => !isPlainWord(word)),
  ];
  return { written: [...new Set(written)], words: [...new Set(words)].slice(0, 12) };
}
