import type { Topic } from '../question.ts';
import type { QuestionPattern } from '../question-pattern.ts';
import { isMarked, type MaskedQuestion, nameOfWord } from '../quoted-names.ts';

/** Words for handing an argument over, and for who does it. */
export const passing = '(?:pass|give|provide|specify|supply|set|hand|use)';
export const whoever = '(?:i|you|we|one|callers?)';

/** Patterns of one topic from the sources of their expressions. */
export function patternsFor(topic: Topic, ...expressions: readonly string[]): readonly QuestionPattern[] {
  return expressions.map((source) => ({ topic, expression: new RegExp(`^${source}$`, 'iu') }));
}

/** Words that call something a parameter. */
export const parameterWord = '(?:parameters?|arguments?|params?|args?|options?|kwargs?|inputs?|flags?)';

/** Words that say what kind of symbol is meant. */
export const symbolKind =
  /^(?:functions?|methods?|class|classes|constructors?|propert(?:y|ies)|attributes?|fields?|constants?|variables?|interfaces?|types?|decorators?|helpers?|hooks?|api|enum|members?|object|static|async|symbol|call|calls|calling|option|export|utility|command)$/i;

/** Words that say that a name is a package's. */
export const packageKind =
  /^(?:packages?|librar(?:y|ies)|modules?|lib|dependency|namespace|client|sdk|framework)$/i;

const article = /^(?:the|a|an|its|my|our|your|current|installed|this|that|given|built-in|builtin)$/i;
const neverName =
  /^(?:the|a|an|of|in|on|for|from|to|by|with|at|as|and|or|not|no|if|when|while|is|are|was|were|be|been|does|do|did|has|have|had|can|could|should|must|will|would|may|might|what|which|who|why|how|where|whose|that|than|i|you|we|they|he|she|one|there|any|all|some|every|each|both|but|so|because|default|defaults|deprecated|return|returns|returned|called|named|instead)$/i;

/** Skips articles and the like; the index of the first word that says something. */
export function skipArticles(words: readonly string[], from: number): number {
  let at = from;
  while (at < words.length && article.test(words[at] ?? '')) at++;
  return at;
}

/** The name that a word is, or `undefined` for words of the language and for what can't be a name. */
export function englishName(word: string | undefined, question: MaskedQuestion): string | undefined {
  if (word === undefined) return undefined;
  if (!isMarked(word) && neverName.test(word)) return undefined;
  return nameOfWord(word, question);
}
