import * as z from 'zod';
import { FactprobeError, message } from '../platform/index.ts';

const lineSchema = z
  .object({
    /** Of the claim and the code that decides it: when one of them changes, the mark is about nothing any more. */
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    /** Relative to the project, for whoever reads the file; so are the others. */
    file: z.string(),
    kind: z.string(),
    claim: z.string(),
  })
  .readonly();

/** A claim that somebody marked as accurate: a line of `.factprobe/accurate.jsonl`. */
export type AccurateClaim = z.infer<typeof lineSchema>;

/**
 * Reads the marked claims, empty lines left out. Throws a `FactprobeError` that names the file and the first line that
 * is none.
 */
export function readAccurateClaims(text: string, file: string): readonly AccurateClaim[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const claim = readLine(line);
    if (claim !== undefined) return [claim];
    throw new FactprobeError(message('workspace.project.bad-accurate', { file, line: index + 1 }));
  });
}

function readLine(line: string): AccurateClaim | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    // No JSON.
    return undefined;
  }
}

/** The text of the file with a claim marked as well: sorted by file, so that two people's marks merge. */
export function withAccurateClaim(text: string, { fingerprint, file, kind, claim }: AccurateClaim): string {
  const line = JSON.stringify({ file, kind, claim, fingerprint });
  const lines = text.split(/\r?\n/).filter((one) => one.trim() !== '');
  return `${[...new Set([...lines, line])].sort().join('\n')}\n`;
}
