import * as z from 'zod';
import type { CheckReport, FileFindings } from './check-report.ts';

const entrySchema = z
  .object({
    /** As results name it. */
    file: z.string(),
    kind: z.string(),
    /** The claim's own words, for whoever reads the file. */
    claim: z.string(),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  })
  .readonly();

const baselineSchema = z
  .object({ version: z.literal(1), findings: z.array(entrySchema).readonly() })
  .readonly();

/** Findings that somebody knows and lives with for now. */
export type Baseline = z.infer<typeof baselineSchema>;

/**
 * The contradicted findings of a report as a baseline: one line each, sorted, without their place, so that the file
 * changes only where findings come and go.
 */
export function baselineText({ findings }: Pick<CheckReport, 'findings'>): string {
  const entries = findings.flatMap(({ file, findings: own }) =>
    own
      .filter(({ verdict }) => verdict === 'contradicted')
      .map(({ kind, claim, fingerprint }) => ({ file, kind, claim, fingerprint })),
  );
  const keyed = entries.map((entry) => [orderOf(entry), JSON.stringify(entry)] as const);
  const lines = keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => `\n    ${line}`);
  return `{\n  "version": 1,\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

function orderOf({ file, kind, claim, fingerprint }: Baseline['findings'][number]): string {
  return [file, kind, claim, fingerprint].join('\0');
}

/** Reads a baseline; `undefined` when the text is none. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    return baselineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON at all.
    return undefined;
  }
}

/** What is new since a baseline, and how many findings were known. */
export interface ComparedFindings {
  readonly findings: readonly FileFindings[];
  readonly known: number;
}

/**
 * Takes the findings of a baseline out of those of a check. A finding is known by its file and its fingerprint; one of a
 * file that `isGone` says is no longer there is known by the fingerprint alone, so that it survives a rename. An entry
 * of the baseline stands for one finding.
 */
export function withoutKnown(
  findings: readonly FileFindings[],
  baseline: Baseline,
  isGone: (file: string) => boolean,
): ComparedFindings {
  const exact = new Map<string, number>();
  const moved = new Map<string, number>();
  for (const { file, fingerprint } of baseline.findings) {
    if (isGone(file)) moved.set(fingerprint, (moved.get(fingerprint) ?? 0) + 1);
    else exact.set(`${file}\0${fingerprint}`, (exact.get(`${file}\0${fingerprint}`) ?? 0) + 1);
  }
  let known = 0;
  const compared = findings.map((file) => {
    const own = file.findings.filter(({ verdict, fingerprint }) => {
      const isKnown =
        verdict === 'contradicted' &&
        (take(exact, `${file.file}\0${fingerprint}`) || take(moved, fingerprint));
      if (isKnown) known++;
      return !isKnown;
    });
    return { ...file, findings: own };
  });
  return { findings: compared.filter((file) => file.findings.length > 0), known };
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
