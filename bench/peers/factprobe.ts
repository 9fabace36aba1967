import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type Alarm, output, type Peer } from './peer.ts';

const reportSchema = z.object({
  findings: z.array(
    z.object({
      file: z.string(),
      range: z.object({ start: z.object({ line: z.number() }) }),
      kind: z.string(),
      message: z.string(),
    }),
  ),
});

/** Factprobe with an empty cache: as slow as it gets. */
export function factprobe(language: Peer['language']): Peer {
  return {
    name: 'factprobe',
    language,
    alarms({ folder, files }) {
      const cache = mkdtempSync(join(tmpdir(), 'factprobe-peers-cache-'));
      try {
        return alarmsIn(folder, files, cache);
      } finally {
        rmSync(cache, { recursive: true, force: true });
      }
    },
  };
}

/** Factprobe where nothing changed since the last check, which `prepare` makes. */
export function factprobeAgain(language: Peer['language'], cache: string): Peer {
  return {
    name: 'factprobe, unchanged',
    language,
    prepare: ({ folder, files }) => void alarmsIn(folder, files, cache),
    alarms: ({ folder, files }) => alarmsIn(folder, files, cache),
  };
}

function alarmsIn(folder: string, files: readonly string[], cache: string): readonly Alarm[] {
  const words = [resolve('dist/cli.cjs'), 'check', '--format', 'json', ...files];
  const environment = { FACTPROBE_CACHE_DIR: cache, FACTPROBE_LOCALE: 'en' };
  const { findings } = reportSchema.parse(
    JSON.parse(output(process.execPath, words, { folder, environment })),
  );
  return findings.map(({ file, range, kind, message }) => ({
    file,
    line: range.start.line,
    rule: kind,
    text: message,
    isAboutTruth: true,
  }));
}
