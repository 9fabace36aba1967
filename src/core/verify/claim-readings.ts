import type { ClaimKind } from '../claims/index.ts';
import type { Declaration } from '../source/index.ts';

/** A claim as a comment of a declaration would make it: its sentence, or what it says of one part. */
export type ClaimReading = {
  /**
   * Kinds of check that decide the whole claim in this reading; `words`: whatever reads nearly all of its words. What any
   * other supports is a part of it.
   */
  readonly decides: readonly ClaimKind[] | 'words';
} & (
  | { readonly part: 'summary'; readonly text: string }
  | { readonly part: 'parameter'; readonly name: string; readonly text: string; readonly type?: string }
  | { readonly part: 'returns'; readonly text: string; readonly type?: string }
  | { readonly part: 'raises'; readonly exception: string; readonly text: string }
);

const negation = /\b(?:not|never|no longer|nor|cannot|neither|\w+n't)\b|不|没有|从未/iu;
const quote = '[`"\']?';
const name = String.raw`(?<name>[\p{L}_$][\p{L}\p{N}_$.]*)`;
const subject = String.raw`(?:[Tt]he\s+)?(?:(?:parameter|argument|option)\s+)?${quote}${name}${quote}(?:\s+(?:parameter|argument|option))?`;
const value = '(?<value>.+?)';

/** Ways to say what the default of something is; none of them leaves open whose it is. */
const defaults = [
  String.raw`(?:the\s+)?default(?:\s+value)?\s+(?:of|for)\s+${subject}\s+is\s+${value}`,
  String.raw`${subject}(?:'s)?\s+(?:has\s+a\s+)?default(?:\s+value)?\s+(?:is|of)\s+${value}`,
  String.raw`${subject}\s+defaults\s+to\s+${value}`,
  String.raw`${subject}\s+is\s+${value}\s+by\s+default`,
  String.raw`by\s+default,?\s+${subject}\s+is\s+${value}`,
  String.raw`${quote}${name}${quote}\s*(?:参数)?(?:的)?默认(?:值)?(?:为|是)\s*${value}`,
].map((source) => new RegExp(`^${source}[.。]?$`, 'iu'));
/** A word alone is a type where it is written as one; “returns data” names none. */
const typeName =
  '(?:string|str|number|int|integer|float|bool|boolean|list|dict|array|tuple|set|bytes|void|[A-Z][\\p{L}\\p{N}_$.]*)';
const typed = new RegExp(
  String.raw`^${subject}\s+is\s+(?:an?|of\s+type)\s+${quote}(?<type>${typeName})${quote}[.。]?$`,
  'u',
);
const about = new RegExp(
  String.raw`^${subject}\s+(?<text>(?:must|may|can|should|is|has|accepts|takes)\s.+)$`,
  'iu',
);
const returning = /(?:^|\s)(?:returns|will return|gives back)\s+(?<text>.+)$|返回\s*(?<chinese>.+)$/iu;
const returnedType = new RegExp(`^(?:an?\\s+)?[\`"']?(?<type>${typeName})[\`"']?[.。]?$`, 'u');
/** What says no more than whether something comes back. */
const anyValue = /^(?:something|a value|nothing|no value|none|undefined)[.。]?$/i;
const raising =
  /\b(?:[Rr]aises|[Tt]hrows)\s+(?:an?\s+)?[`"']?(?<exception>(?:[\p{L}_$][\p{L}\p{N}_$]*\.)*\p{Lu}[\p{L}\p{N}_$]*)[`"']?(?<text>.*)$/u;

/**
 * The ways in which a comment of the declaration could make the claim, its own sentence first. A sentence whose
 * subject isn't certain is read as itself alone, so that nothing is held against it that it doesn't say.
 */
export function claimReadings(claim: string, declaration: Declaration): readonly ClaimReading[] {
  const whole = claim.replace(/\s+/g, ' ').trim();
  const summary: ClaimReading = { part: 'summary', text: whole, decides: 'words' };
  if (isAboutAnother(whole, declaration)) return [];
  if (negation.test(whole)) return [summary];
  const text = withoutOwner(whole, declaration);
  return [
    summary,
    ...ofParameter(text, declaration),
    ...ofReturns(text, declaration),
    ...ofRaises(text, declaration),
  ];
}

const acting = new RegExp(
  String.raw`^${quote}${name}(?:\(\))?${quote}\s+(?:returns|raises|throws|yields|takes|accepts|is|has|defaults|requires)\b`,
  'u',
);
const pronoun =
  /^(?:it|this|that|the (?:function|method|call|class|value|constructor)|this (?:function|method|class))?$/i;

/** “retry returns a string” of a declaration that is called otherwise: nothing of it speaks of this one. */
function isAboutAnother(text: string, declaration: Declaration): boolean {
  const written = acting.exec(text)?.groups?.name;
  if (written === undefined || isOwnSubject(written, declaration)) return false;
  const parameters = declaration.signature?.parameters ?? [];
  return !parameters.some(({ name: own }) => bare(own) === bare(written));
}

/** Whether the words in front of a verb name the declaration, or nothing else. */
function isOwnSubject(words: string, { name: own, qualifiedName }: Declaration): boolean {
  const plain = words.replace(/[`"']|\(\)/g, '').trim();
  return pronoun.test(plain) || plain === own || plain === qualifiedName || plain.endsWith(`.${own}`);
}

/** “In retry, the default of attempts is 3”, “the default of attempts in retry is 3”: what the claim is about is known. */
function withoutOwner(text: string, { name: owner }: Declaration): string {
  const escaped = owner.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const own = `${quote}${escaped}(?:\\(\\))?${quote}`;
  return text
    .replace(new RegExp(`^(?:in|for|of)\\s+${own},?\\s+`, 'iu'), '')
    .replace(new RegExp(`\\s+(?:in|of|for)\\s+${own}(?=[\\s.。]|$)`, 'iu'), '')
    .replace(new RegExp(`^${own}\\s*的\\s*`, 'iu'), '')
    .replace(new RegExp(`^${own}'s\\s+`, 'iu'), '');
}

function ofParameter(text: string, { signature }: Declaration): readonly ClaimReading[] {
  const named = (written: string | undefined) =>
    signature?.parameters.find(({ name: own }) => written !== undefined && bare(own) === bare(written))?.name;
  for (const expression of defaults) {
    const { name: written, value: stated } = expression.exec(text)?.groups ?? {};
    const parameter = named(written);
    if (parameter !== undefined && stated !== undefined) {
      return [{ part: 'parameter', name: parameter, text: `Defaults to ${stated}.`, decides: ['default'] }];
    }
  }
  const { name: ofType, type } = typed.exec(text)?.groups ?? {};
  const whole = about.exec(text)?.groups ?? {};
  const parameter = named(ofType) ?? named(whole.name);
  if (parameter === undefined) return [];
  return [
    {
      part: 'parameter',
      name: parameter,
      text: whole.text ?? text,
      decides: ['parameter-type', 'allowed-values'],
      ...(type === undefined ? {} : { type }),
    },
  ];
}

/** PHP writes a parameter with its `$`, prose mostly without. */
function bare(name: string): string {
  return name.replace(/^\$/, '');
}

function ofReturns(text: string, declaration: Declaration): readonly ClaimReading[] {
  const found = returning.exec(text);
  const groups = isOwnSubject(text.slice(0, found?.index), declaration) ? found?.groups : undefined;
  const said = groups?.text ?? groups?.chinese;
  if (said === undefined) return [];
  const type = returnedType.exec(said)?.groups?.type;
  if (type !== undefined) return [{ part: 'returns', text: said, type, decides: ['return-type'] }];
  return [{ part: 'returns', text: said, decides: anyValue.test(said) ? ['returns'] : [] }];
}

function ofRaises(text: string, declaration: Declaration): readonly ClaimReading[] {
  const found = raising.exec(text);
  const { exception, text: rest = '' } = found?.groups ?? {};
  if (exception === undefined || !isOwnSubject(text.slice(0, found?.index), declaration)) return [];
  // That it is raised is seen in the code; when it is, isn't.
  const isAll = /^[\s.。]*$/u.test(rest);
  return [{ part: 'raises', exception, text: rest.trim(), decides: isAll ? ['raises'] : [] }];
}
