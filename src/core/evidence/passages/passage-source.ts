import { SourceText, type Span } from '../../source/index.ts';
import { readSource } from '../../workspace/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import type { InstalledPackage } from '../symbol-facts.ts';

/** A file that passages are quoted from. */
export interface PassageSource {
  /** Absolute with `/`. */
  readonly path: string;
  readonly source: SourceText;
  /** Absent for the workspace's own files. */
  readonly owner?: Pick<InstalledPackage, 'name' | 'version'>;
}

/** Reads a file of a package; `undefined` when it isn't there, isn't text, or is too large to be read. */
export async function readPassageSource(
  { files, decode }: Pick<EvidenceTools, 'files' | 'decode'>,
  path: string,
  owner: PassageSource['owner'],
): Promise<PassageSource | undefined> {
  const read = await readSource(files, decode, path);
  if (read.text === undefined) return undefined;
  return { path, source: new SourceText(read.text), ...(owner === undefined ? {} : { owner }) };
}

/** A span as a passage, verbatim and without blank ends; what is longer ends with the last line that fits. */
export function passageOf({ path, source, owner }: PassageSource, span: Span, longest: number): Evidence {
  const whole = source.text.slice(span.start, span.end);
  const start = span.start + (/^(?:[^\S\n]*\n)+/.exec(whole)?.[0].length ?? 0);
  const cut = source.text.slice(start, Math.min(span.end, start + longest));
  const isCut = start + longest < span.end;
  const lines = isCut && cut.includes('\n') ? cut.slice(0, cut.lastIndexOf('\n')) : cut;
  const quote = wholeCharacters(lines).trimEnd();
  return {
    path,
    range: source.rangeOf({ start, end: start + quote.length }),
    quote,
    ...(owner === undefined ? {} : { package: owner.name }),
    ...(owner?.version === undefined ? {} : { version: owner.version }),
  };
}

/** Without the first half of a character that was cut in two. */
function wholeCharacters(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
