import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Asked } from './asked.ts';
import { holds } from './grade.ts';

const readable = /(?:\.d\.[cm]?ts|\.[cm]?js|\.pyi?|\.md|\.rst|\.h|\.go|\.rs|\.java|METADATA)$/;
const largest = 2_000_000;

/** The files of a folder that tell of an API, sorted; folders of tests and packages inside packages left out. */
export function documentFiles(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() ?? false) return [folder];
  const found: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (
      entry.isDirectory() &&
      !/^(?:node_modules|site-packages|tests?|idlelib|__pycache__|\..*)$/.test(entry.name)
    ) {
      found.push(...documentFiles(path));
    } else if (entry.isFile() && readable.test(entry.name) && statSync(path).size <= largest) {
      found.push(path);
    }
  }
  return found;
}

/** A file's text in pieces of so many lines. */
export function piecesOf(path: string, lines: number): readonly string[] {
  const all = readFileSync(path, 'utf8').split('\n');
  return Array.from({ length: Math.ceil(all.length / lines) }, (_, i) =>
    all.slice(i * lines, (i + 1) * lines).join('\n'),
  );
}

/** Whether a search's first hit holds what is asked for, read with good will: the symbol and the true value. */
export function showsTruth(hit: string | undefined, { expected, symbol }: Asked): boolean {
  if (expected.type === 'refusal') return hit === undefined;
  const { aspect, parameter, names, some, value, yes } = expected.fact;
  if (hit === undefined || !(aspect === 'version' || holds(hit, symbol))) return false;
  if (parameter !== undefined && !holds(hit, parameter)) return false;
  if (yes !== undefined) return aspect === 'required' || yes === (marks[aspect]?.test(hit) ?? false);
  if (names !== undefined) return names.every((name) => holds(hit, name));
  return [...(value ?? []), ...(some ?? [])].some((one) => holds(hit, one));
}

const marks: Readonly<Record<string, RegExp>> = {
  deprecated: /deprecat/i,
  async: /\basync\b|\bPromise</,
  generator: /\byield\b|Generator\b|Iterator\b/,
};
