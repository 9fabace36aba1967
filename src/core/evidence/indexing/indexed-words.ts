import { hanPairs } from '../passages/question-words.ts';

const han = /[\u3400-\u9fff\uf900-\ufaff]/;

/**
 * A text as its words are to be kept by an index that splits at what is no letter or digit: Chinese in pairs of
 * characters, since it has no spaces.
 */
export function indexedWords(text: string): string {
  if (!han.test(text)) return text;
  return text.replaceAll(/\p{Script=Han}+/gu, (run) => ` ${run.length < 2 ? run : hanPairs(run).join(' ')} `);
}

/** A title with the words of its names apart: `FSWatcher.getWatched` is about watching, too. */
export function indexedTitle(title: string): string {
  const parts = title.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2');
  return indexedWords(parts === title ? title : `${title} ${parts}`);
}
