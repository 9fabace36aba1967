import { dirname } from 'pathe';
import * as z from 'zod';
import { evidenceSchema, tracedEcosystems } from '../evidence/index.ts';
import type { FileSystem } from '../platform/index.ts';
import { type LibraryAnswer, stateOf } from './libraries/library-answer.ts';
import type { ModuleText, NamesAround, NearName, StatedVersion } from './names-around.ts';

const nearSchema = z.array(z.object({ name: z.string(), place: evidenceSchema }).readonly()).readonly();

const packagePlaceSchema = z
  .object({ name: z.string(), version: z.string().nullable(), place: evidenceSchema })
  .readonly();

const packageSchema = z
  .object({
    isManaged: z.boolean(),
    found: packagePlaceSchema.nullable(),
    near: z.array(packagePlaceSchema).readonly(),
  })
  .readonly();

const versionSchema = z.object({ version: z.string(), place: evidenceSchema }).readonly();

/** What was asked about the sources around a file, with the answers, so that a kept verdict is used only while they hold. */
export const consultedSchema = z
  .array(
    z.discriminatedUnion('asked', [
      z.object({ asked: z.literal('has'), name: z.string(), answer: z.boolean() }).readonly(),
      z.object({ asked: z.literal('near'), name: z.string(), answer: nearSchema }).readonly(),
      z
        .object({
          asked: z.literal('package'),
          kind: z.enum(['npm', 'pip']),
          name: z.string(),
          answer: packageSchema,
        })
        .readonly(),
      z
        .object({
          asked: z.literal('module'),
          specifier: z.string(),
          from: z.string().exactOptional(),
          answer: z.string().nullable(),
        })
        .readonly(),
      z
        .object({
          asked: z.literal('library'),
          query: z
            .object({ symbol: z.string(), package: z.string(), ecosystem: z.enum(tracedEcosystems) })
            .readonly(),
          /** The digest of the answer, and of the files that it rests on; `null` for one that must not be there. */
          answer: z.string(),
          /** The folder that it was looked up from. */
          from: z.string(),
          seen: z.array(z.tuple([z.string(), z.string().nullable()]).readonly()).readonly(),
        })
        .readonly(),
      z.object({ asked: z.literal('version'), answer: versionSchema.nullable() }).readonly(),
    ]),
  )
  .readonly();

/** Questions with their answers. */
export type Consulted = z.infer<typeof consultedSchema>;

/** Whether any source around may change the answer; the others are cheap to ask again. */
export function isAboutNames({ asked }: Consulted[number]): boolean {
  return asked === 'has' || asked === 'near';
}

/** A text short enough to keep, by which a change of it shows. */
export type Digest = (text: string) => string;

/** The same names, and what was asked of them so far. */
export function recordConsulted(
  around: NamesAround,
  digest: Digest,
): {
  readonly around: NamesAround;
  readonly consulted: () => Consulted;
} {
  const has = new Map<string, boolean>();
  const near = new Map<string, readonly NearName[]>();
  const packages = new Map<string, Extract<Consulted[number], { readonly asked: 'package' }>>();
  const modules = new Map<string, Extract<Consulted[number], { readonly asked: 'module' }>>();
  const libraries = new Map<string, Extract<Consulted[number], { readonly asked: 'library' }>>();
  const answers = new Map<string, LibraryAnswer>();
  const { library } = around;
  let version: StatedVersion | null | undefined;
  return {
    around: {
      async has(name) {
        const answer = has.get(name) ?? (await around.has(name));
        has.set(name, answer);
        return answer;
      },
      async near(name) {
        const answer = near.get(name) ?? (await around.near(name));
        near.set(name, answer);
        return answer;
      },
      async module(specifier, from) {
        const found = await around.module(specifier, from);
        const answer = found === undefined ? null : digestOf(found, digest);
        const place = from === undefined ? {} : { from };
        modules.set(`${from} ${specifier}`, { asked: 'module', specifier, ...place, answer });
        return found;
      },
      async package(kind, name) {
        const key = `${kind} ${name}`;
        const answer = packages.get(key)?.answer ?? (await around.package(kind, name));
        packages.set(key, { asked: 'package', kind, name, answer });
        return answer;
      },
      ...(library === undefined
        ? {}
        : {
            async library(query) {
              const key = JSON.stringify(query);
              const known = answers.get(key) ?? (await library(query));
              const seen = known.seen.map(
                ({ path, text }) => [path, text === null ? null : digest(text)] as const,
              );
              answers.set(key, known);
              libraries.set(key, {
                asked: 'library',
                query,
                answer: digestOfAnswer(known, digest),
                from: known.from,
                seen,
              });
              return known;
            },
          }),
      async version() {
        version ??= (await around.version()) ?? null;
        return version ?? undefined;
      },
    },
    consulted: () => [
      ...[...has].map(([name, answer]) => ({ asked: 'has', name, answer }) as const),
      ...[...near].map(([name, answer]) => ({ asked: 'near', name, answer }) as const),
      ...modules.values(),
      ...packages.values(),
      ...libraries.values(),
      ...(version === undefined ? [] : [{ asked: 'version', answer: version } as const]),
    ],
  };
}

/** Whether every answer is the same now; nothing was asked where there are no sources around. */
export async function stillHolds(
  consulted: Consulted,
  around: NamesAround | undefined,
  digest: Digest,
): Promise<boolean> {
  if (around === undefined) return consulted.length === 0;
  for (const one of consulted) {
    const now = await answerNow(one, around, digest);
    if (JSON.stringify(now) !== JSON.stringify(one.answer)) return false;
  }
  return true;
}

/** Whether the files that the answers about libraries rest on are the same, read without looking the symbols up again. */
export async function librariesAreSame(
  consulted: Consulted,
  { files, path }: { readonly files: Pick<FileSystem, 'readText' | 'stat'>; readonly path: string },
  digest: Digest,
): Promise<boolean> {
  for (const one of consulted) {
    if (one.asked !== 'library') continue;
    // The same text elsewhere may see other packages.
    if (one.from !== dirname(path)) return false;
    for (const [seen, known] of one.seen) {
      const state = await stateOf(files, seen);
      if ((state === null ? null : digest(state)) !== known) return false;
    }
  }
  return true;
}

function digestOfAnswer({ lookup }: LibraryAnswer, digest: Digest): string {
  return digest(JSON.stringify(lookup));
}

function digestOf({ path, text }: ModuleText, digest: Digest): string {
  return digest(`${path}\0${text}`);
}

async function answerNow(one: Consulted[number], around: NamesAround, digest: Digest): Promise<unknown> {
  switch (one.asked) {
    case 'has':
      return around.has(one.name);
    case 'near':
      return around.near(one.name);
    case 'module': {
      const found = await around.module(one.specifier, one.from);
      return found === undefined ? null : digestOf(found, digest);
    }
    case 'package':
      return around.package(one.kind, one.name);
    case 'library': {
      const found = await around.library?.(one.query);
      return found === undefined ? undefined : digestOfAnswer(found, digest);
    }
    case 'version':
      return (await around.version()) ?? null;
  }
}
