import { expect } from 'vitest';
import {
  type BriefCheck,
  checkBriefly,
  checkFile,
  type Finding,
  WorkspaceNames,
} from '../../src/core/claims/index.ts';
import { findInstalled, installationTraces } from '../../src/core/evidence/index.ts';
import {
  type CacheStore,
  createMemoryCacheStore,
  type FileSystem,
  neverCancelled,
} from '../../src/core/platform/index.ts';
import { languageOfFile, SourceText } from '../../src/core/source/index.ts';
import { createRenderer } from '../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../src/node/file-system.ts';
import { evidenceTools } from './evidence.ts';
import { readMarkedText } from './marked-text.ts';
import { createMemoryFiles } from './memory-files.ts';
import { checkTools } from './tools.ts';

const site = '/harbour/.venv/lib/python3.12/site-packages';

/** Two invented packages, one of each deepest ecosystem, as installers lay them out. */
export const installed: Readonly<Record<string, string>> = {
  '/harbour/.venv/pyvenv.cfg': 'home = /nowhere/bin\n',
  [`${site}/moorings-2.4.1.dist-info/METADATA`]: 'Metadata-Version: 2.1\nName: moorings\nVersion: 2.4.1\n',
  [`${site}/moorings-2.4.1.dist-info/RECORD`]: 'moorings/__init__.py,,\n',
  [`${site}/moorings/__init__.py`]: `"""Ropes and where to tie them."""


class KnotError(Exception):
    """A knot that does not hold."""


def tie(rope, knots=3, sort_ropes=False, timeout=None, label="bow"):
    """Tie a rope.

    .. versionadded:: 1.2

    Raises
    ------
    KnotError
        If it does not hold.
    """
    if not rope:
        raise KnotError(rope)
    return knots


async def cast_off(rope: str) -> None:
    """Let go."""


def loosen(rope: str, **how) -> str:
    """Loosen a rope.

    .. deprecated:: 2.1
        Use cast_off.
    """
    return rope


def tow(ship, **how):
    """Tow a ship by a rope that is tied first."""
    return tie(ship, label="stern", **how)


def splice(rope, *more):
    """Make one rope of many."""
    return rope


def slacken(rope: str) -> str:
    """Give a rope some slack."""
    return rope
`,
  '/harbour/package.json': '{ "name": "harbour", "dependencies": { "tugboat": "^1.5.0" } }',
  '/harbour/node_modules/tugboat/package.json':
    '{ "name": "tugboat", "version": "1.5.0", "types": "index.d.ts", "main": "index.js" }',
  '/harbour/node_modules/tugboat/index.js':
    'function pull(ship, wait = 250, options = {}) {}\nfunction push(ship) {}\nmodule.exports = { pull, push };\n',
  '/harbour/node_modules/tugboat/index.d.ts': `export interface PullOptions {
  /**
   * How hard.
   * @default 5
   */
  force?: number;
  strength?: number;
}
export function pull(ship: string, wait?: number, options?: PullOptions): Promise<void>;
/** @deprecated Use pull. */
export function push(ship: string): string;
`,
};

/** The same packages in a folder. */
export function installedIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(installed).map(([path, text]) => [path.replace('/harbour', folder), text]),
  );
}

/** The findings about libraries in a source beside the invented packages; other files stand before them. */
export async function libraryFindings(
  path: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<readonly Finding[]> {
  return checkedIn(createMemoryFiles({ ...installed, ...others, [path]: text }), path);
}

/** The same in a file system, with what an earlier check left in a cache. */
export async function checkedIn(
  files: FileSystem,
  path: string,
  cache = createMemoryCacheStore(),
): Promise<readonly Finding[]> {
  const { tools, language } = await toolsIn(files, path, cache);
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings.filter(({ decidedBy }) => decidedBy.endsWith('/installed'));
}

/** What a file comes to, as the command line keeps it. */
export async function briefCheckIn(
  files: FileSystem,
  path: string,
  cache = createMemoryCacheStore(),
): Promise<BriefCheck> {
  const { tools, language } = await toolsIn(files, path, cache);
  return checkBriefly(tools, { path, language, cancellation: neverCancelled });
}

async function toolsIn(files: FileSystem, path: string, cache: CacheStore) {
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const tools = await evidenceTools({ files });
  const names = new WorkspaceNames(
    {
      files,
      decode: decodeUtf8,
      libraries: {
        files,
        find: (query) => findInstalled(tools, query),
        traces: (asked, lookup) => installationTraces(tools, asked, lookup),
      },
    },
    () => Number.POSITIVE_INFINITY,
  );
  const shared = { ...(await checkTools()), files, decode: decodeUtf8, cache, engine: 'test', names };
  return { tools: shared, language };
}

const render = createRenderer('en');

/** Expects exactly the claims in ⟦…⟧ to be contradicted, with these sentences and places. */
export async function expectRefuted(
  path: string,
  marked: string,
  ...expected: readonly (readonly [sentence: string, quote: string])[]
): Promise<readonly Finding[]> {
  const { text, spans } = readMarkedText(marked);
  const found = (await libraryFindings(path, text)).filter(({ verdict }) => verdict === 'contradicted');
  const source = new SourceText(text);
  expect(found.map(({ range }) => text.slice(source.spanOf(range).start, source.spanOf(range).end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  expect(found.map(({ message, evidence }) => [render(message), evidence[0]?.quote.split('\n')[0]])).toEqual(
    expected,
  );
  for (const { evidence } of found) {
    for (const { package: owner, version } of evidence) {
      expect([owner, version]).toEqual(path.endsWith('.py') ? ['moorings', '2.4.1'] : ['tugboat', '1.5.0']);
    }
  }
  return found;
}
