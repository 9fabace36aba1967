import { benchmarkLanguages, type SheetOutline, sheetKeys } from '../../core/benchmark/index.ts';

/** Something that may be written at a place of a question sheet. */
export interface SheetSuggestion {
  readonly label: string;
  /** What is written; a key brings its colon. */
  readonly text: string;
  readonly kind: 'key' | 'value';
}

export interface SuggestionRequest {
  /** The line up to the cursor. */
  readonly before: string;
  readonly outline: SheetOutline;
  /** Names of programming languages. */
  readonly languages: readonly string[];
  /** Today, as `2030-12-31`. */
  readonly today: string;
}

/** The keys at the beginning of a line, and behind a key its values; nothing elsewhere. */
export function sheetSuggestions({ before, ...known }: SuggestionRequest): readonly SheetSuggestion[] {
  if (/^[A-Za-z-]*$/.test(before)) return keys;
  const [, key] = /^([A-Za-z-]+)[ \t]*[:：][ \t]*[^ \t]*$/.exec(before) ?? [];
  return valuesOf(key?.toLowerCase(), known).map((text) => ({ label: text, text, kind: 'value' }));
}

const keys: readonly SheetSuggestion[] = ['Q', ...sheetKeys.parts, ...sheetKeys.headers].map((key) => {
  const label = key === 'a' ? 'A' : key;
  return { label, text: `${label}: `, kind: 'key' };
});

function valuesOf(
  key: string | undefined,
  { outline, languages, today }: Omit<SuggestionRequest, 'before'>,
): readonly string[] {
  switch (key) {
    case 'language':
      return benchmarkLanguages(languages);
    case 'human-language':
      return ['en', 'zh'];
    case 'freshness':
      return ['stable', 'fresh'];
    case 'as-of':
      return [today];
    case 'domain':
      return outline.domains;
    default:
      return [];
  }
}
