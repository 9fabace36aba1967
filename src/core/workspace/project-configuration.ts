import * as z from 'zod';
import { FactprobeError, message } from '../platform/index.ts';
import { languages } from '../source/index.ts';

/** How much a contradiction of a kind counts at most. */
const severities = ['warning', 'information'] as const;

/** What `.factprobe/config.json` may say, given the kinds of claim that there are; also the editor's schema for it. */
export function projectSchema<K extends string>(kinds: readonly K[]) {
  const kind = z.enum(kinds);
  return z.strictObject({
    $schema: z.string().optional(),
    kinds: z.array(kind).optional().describe('Kinds of claim to check; all of them without.'),
    severities: z
      .partialRecord(kind, z.enum(severities))
      .default({})
      .describe('How much a false claim of a kind counts at most.'),
    excludes: z
      .array(z.string())
      .default([])
      .describe('Files and folders to leave out, by patterns as in .gitignore, relative to the project.'),
    languages: z
      .array(z.enum(languages.map(({ id }) => id)))
      .optional()
      .describe('Languages to check, by their ids in VS Code; all of them without.'),
  });
}

/** What a project sets for everybody who checks it: the command line, CI and editors alike. */
export type ProjectConfiguration = Readonly<z.infer<ReturnType<typeof projectSchema<string>>>>;

/** What holds without a configuration. */
export const noConfiguration: ProjectConfiguration = { severities: {}, excludes: [] };

/** Names that could send something somewhere: a project never says where to. */
const sending = /endpoint|url|host|server|proxy|model|api.?key|token|header/i;

/**
 * Reads a configuration. Throws a `FactprobeError` that names the file and the setting when it isn't JSON, has a
 * setting that there is none of, one with a wrong value, or an endpoint.
 */
export function readConfiguration(
  text: string,
  { file, kinds }: { readonly file: string; readonly kinds: readonly string[] },
): ProjectConfiguration {
  const json = parseJson(text, file);
  const { data, error } = projectSchema(kinds).safeParse(json);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (key !== undefined && issue?.path.length === 0) {
    const id = sending.test(key) ? 'workspace.project.endpoint' : 'workspace.project.unknown-setting';
    throw new FactprobeError(message(id, { file, key }));
  }
  const setting = issue?.path.join('.') ?? '';
  throw new FactprobeError(
    message(expected(String(issue?.path[0] ?? '')), { file, setting, ...allowed(kinds) }),
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FactprobeError(message('workspace.project.no-json', { file }), { cause });
  }
}

function expected(setting: string) {
  switch (setting) {
    case 'kinds':
      return 'workspace.project.bad-kinds';
    case 'severities':
      return 'workspace.project.bad-severities';
    case 'languages':
      return 'workspace.project.bad-languages';
    case 'excludes':
      return 'workspace.project.bad-excludes';
    default:
      return 'workspace.project.no-object';
  }
}

function allowed(kinds: readonly string[]) {
  return {
    kinds: kinds.join(', '),
    severities: severities.join(', '),
    languages: languages.map(({ id }) => id).join(', '),
  };
}
