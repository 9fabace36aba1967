import type { SymbolFacts } from '../symbol-facts.ts';

/** Types of the standard library, and generic ones, of which a call gives no future. */
const plainTypes =
  /^(?:[A-Z]|Option|Some|None|Result|Ok|Err|Vec|String|Box|Rc|Arc|Cow|Cell|RefCell|HashMap|HashSet|BTreeMap|BTreeSet|VecDeque|Path|PathBuf|OsStr|OsString|Duration|Instant|Ordering)$/;

/** The names of types that sources make futures. */
export function futuresIn(text: string): readonly string[] {
  const written = /\bimpl\b[^{;]*?\b(?:Into)?Future\s+for\s+(?:&\s*(?:'\w+\s+)?(?:mut\s+)?)?(?:\w+::)*(\w+)/g;
  return [...text.matchAll(written)].map(([, name = '']) => name);
}

/**
 * Whether a call of a function is awaited: by `async`, or because what comes back is no future; absent where it may be
 * one. `futures` tells of the types of its crate that are.
 */
export async function rustNature(
  facts: SymbolFacts,
  futures: () => Promise<ReadonlySet<string>>,
): Promise<Pick<SymbolFacts, 'asynchronous'>> {
  if (facts.kind !== 'function' && facts.kind !== 'method') return {};
  const evidence = [facts.head] as const;
  if (facts.isAsync) return { asynchronous: { holds: true, evidence } };
  const returned = facts.returns?.value ?? (facts.givesNothing ? '' : undefined);
  const isOpen =
    /\b(?:impl|dyn)\s+(?!(?:\w+::)*(?:\w*Iterator|Fn|FnMut|FnOnce|Display|Debug|Read|Write|Error)\b)/;
  if (returned === undefined || /\b(?:async|Pin|Poll)\b|Fut/.test(returned) || isOpen.test(returned))
    return {};
  const holder = facts.name.split('::').at(-2) ?? '';
  const names = [...returned.replaceAll(/\bSelf\b/g, holder).matchAll(/\b[A-Z]\w*/g)].map(([name]) => name);
  const others = names.filter((name) => !plainTypes.test(name));
  const known = others.length === 0 ? new Set<string>() : await futures();
  return others.some((name) => known.has(name)) ? {} : { asynchronous: { holds: false, evidence } };
}
