import type { Evidence, NamedPackage, PassagesRequest, SymbolFacts } from '../../evidence/index.ts';
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
const mostLookups = 24;

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
  const found = new Map<string, SymbolFacts>();
  let lookups = 0;
  const look = async (phrase: SymbolPhrase | undefined): Promise<boolean> => {
    if (found.size >= mostSymbols || lookups++ >= mostLookups) return false;
    throwIfCancelled(asked.cancellation);
    const resolution = await resolveSymbol(tools, phrase, withoutText(asked));
    if (resolution.type !== 'found') return false;
    const { facts } = resolution;
    found.set(`${facts.package.name} ${facts.name}`, facts);
    return true;
  };
  const read = readQuestion(asked.question.trim())?.symbol;
  if (read !== undefined) await look(read);
  const names = namesIn(asked.question);
  for (const name of names.written) await look({ name });
  for (const { name: owner } of mentioned) {
    const inside: string[] = [];
    for (const name of names.words) {
      if (name !== owner && (await look({ name, package: owner }))) inside.push(name);
    }
    for (const holder of inside) {
      for (const name of names.words) {
        if (name !== holder && name !== owner) await look({ name: `${holder}.${name}`, package: owner });
      }
    }
  }
  if (asked.at !== undefined && found.size === 0) await look(undefined);
  return [...found.values()];
}

function withoutText({ at, from, cancellation }: PassagesAsked): LookAround {
  return { from, cancellation, ...(at === undefined ? {} : { at }) };
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
  const words = [...names, ...(text.match(/[A-Za-z_$][\w$]{2,}/g) ?? [])];
  return { written: [...new Set(written)], words: [...new Set(words)].slice(0, 12) };
}
