import { describe, expect, it } from 'vitest';
import { checkFile, type Finding, WorkspaceNames } from '../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../src/core/source/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';
import { checkTools } from '../../support/tools.ts';

const render = createRenderer('en');
const cache = createMemoryCacheStore();

/** The findings about packages in one of some files. */
async function packagesIn(
  files: Readonly<Record<string, string>>,
  path: string,
): Promise<readonly Finding[]> {
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const system = createMemoryFiles(files);
  const names = new WorkspaceNames({ files: system, decode: decodeUtf8 }, () => Number.POSITIVE_INFINITY);
  const tools = { ...(await checkTools()), files: system, decode: decodeUtf8, cache, engine: 'test', names };
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings.filter(({ kind }) => kind === 'package');
}

/** Each claim as `verdict name`, with its sentence where it is false. */
async function verdictsIn(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  return (await packagesIn(files, path)).map(({ verdict, claim, message }) =>
    verdict === 'contradicted' ? `${verdict} ${claim}: ${render(message)}` : `${verdict} ${claim}`,
  );
}

const manifest = JSON.stringify(
  { name: 'harbour', version: '1.0.0', dependencies: { lodash: '^4.17.0', react: '^19.0.0' } },
  undefined,
  2,
);
const lock = JSON.stringify(
  { packages: { '': { name: 'harbour' }, 'node_modules/lodash': { version: '4.17.21' } } },
  undefined,
  2,
);
const project = { '/harbour/package.json': manifest, '/harbour/package-lock.json': lock };
const file = '/harbour/src/a.js';
const commented = (words: string) =>
  `/**\n * Sails.\n * ${words}\n */\nexport function sail() { return 1 }\n`;

describe('packages that comments name', () => {
  it('contradicts a slip of a dependency, quotes the manifest, and corrects it', async () => {
    const [finding] = await packagesIn(
      { ...project, [file]: commented('Run `npm install lodahs` first.') },
      file,
    );
    expect(finding).toMatchObject({
      verdict: 'contradicted',
      claim: 'lodahs',
      proof: 'names',
      fix: { edits: [{ newText: 'lodash' }] },
    });
    expect(finding?.evidence).toContainEqual(
      expect.objectContaining({ path: '/harbour/package.json', quote: '"lodash": "^4.17.0"' }),
    );
  });

  it('contradicts a slip of the package’s own name', async () => {
    expect(await verdictsIn({ ...project, [file]: commented('npm i -D habrour') }, file)).toEqual([
      'contradicted habrour: The project names no package habrour; it has harbour.',
    ]);
  });

  it('contradicts a version that the lockfile is behind', async () => {
    const [finding] = await packagesIn({ ...project, [file]: commented('It requires lodash >= 5.') }, file);
    expect(finding).toMatchObject({ verdict: 'contradicted', proof: 'versions' });
    expect(finding && render(finding.message)).toBe('The project has lodash 4.17.21, which is older than 5.');
    expect(finding?.evidence).toContainEqual(expect.objectContaining({ path: '/harbour/package-lock.json' }));
  });

  it.each([
    ['a dependency', 'npm install lodash', ['supported lodash']],
    [
      'several, with flags and versions',
      'npm i --save-dev lodash@4 react',
      ['supported lodash', 'supported react'],
    ],
    [
      'a version that is there',
      'Requires lodash 4.17 or later.',
      ['supported Requires lodash 4.17 or later'],
    ],
    ['a package of its own', 'npm install preact', ['unverified preact']],
    ['a package that is nowhere', 'yarn add express', ['unverified express']],
    ['prose', 'npm install it before you go', []],
    ['a requirement that names no package', 'Requires node 18 or later.', []],
    ['no version', 'It requires lodash.', []],
  ])('is quiet about %s', async (_name, words, expected) => {
    expect(await verdictsIn({ ...project, [file]: commented(words) }, file)).toEqual(expected);
  });

  it('proves nothing without a manifest', async () => {
    expect(await verdictsIn({ [file]: commented('npm install lodahs') }, file)).toEqual([
      'unverified lodahs',
    ]);
  });

  const python = (words: string) => `def sail():\n    """Sail.\n\n    ${words}\n    """\n    return 1\n`;
  const pyproject =
    '[project]\nname = "harbour"\ndependencies = [\n  "requests>=2.31",\n  "numpy[extra]==1.26.4",\n]\n';

  it.each([
    [
      'pip install reqeusts',
      'contradicted reqeusts: The project names no package reqeusts; it has requests.',
    ],
    ['pip install requests', 'supported requests'],
    [
      'Needs numpy 2 or later.',
      'contradicted Needs numpy 2 or later: The project has numpy 1.26.4, which is older than 2.',
    ],
    ['Needs numpy >= 1.20.', 'supported Needs numpy >= 1.20'],
    ['pip install scipy', 'unverified scipy'],
  ])('reads Python’s manifests: %s', async (words, expected) => {
    const files = { '/harbour/pyproject.toml': pyproject, '/harbour/a.py': python(words) };
    expect(await verdictsIn(files, '/harbour/a.py')).toEqual([expected]);
  });

  it('decides anew when the lockfile changes, though the file stays', async () => {
    const source = commented('It requires lodash >= 4.17.5.');
    const behind = lock.replace('4.17.21', '4.17.1');
    const before = await verdictsIn(
      { ...project, '/harbour/package-lock.json': behind, [file]: source },
      file,
    );
    expect(before).toHaveLength(1);
    expect(before[0]).toMatch(/^contradicted/);
    expect(await verdictsIn({ ...project, [file]: source }, file)).toEqual([
      'supported requires lodash >= 4.17.5',
    ]);
  });
});

describe('imports that a comment shows', () => {
  const python = (line: string) =>
    `def sail():\n    """Sail.\n\n    Example::\n\n        ${line}\n    """\n    return 1\n`;
  const inPackage = (line: string, module = 'def drop_anchor():\n    return 1\n') =>
    verdictsIn(
      {
        '/harbour/pkg/__init__.py': '',
        '/harbour/pkg/ships.py': python(line),
        '/harbour/pkg/anchors.py': module,
        '/harbour/pkg/sub/__init__.py': '',
      },
      '/harbour/pkg/ships.py',
    );

  it.each(['from pkg.anchors import drop_anchr', '>>> from .anchors import os, drop_anchr'])(
    'contradicts a slip in %s',
    async (line) => {
      expect(await inPackage(line, 'import os\n\n\ndef drop_anchor():\n    return 1\n')).toEqual([
        `contradicted drop_anchr: ${/\.?[\w.]*anchors/.exec(line)?.[0]} has no drop_anchr; it has drop_anchor.`,
      ]);
    },
  );

  it.each([
    ['a name that is there', 'from pkg.anchors import drop_anchor', undefined],
    ['a far name', 'from pkg.anchors import weigh', undefined],
    ['a module from elsewhere', 'from hull.anchors import drop_anchr', undefined],
    ['a module inside', 'from pkg import sub', undefined],
    ['prose', 'from pkg.anchors import drop_anchr or another one', undefined],
    [
      'a module that hands on all of another',
      'from pkg.anchors import drop_anchr',
      'from .x import *\ndrop_anchor = 1\n',
    ],
    [
      'a module that makes names',
      'from pkg.anchors import drop_anchr',
      'def __getattr__(n): pass\ndrop_anchor = 1\n',
    ],
  ])('leaves %s alone', async (_name, line, module) => {
    expect(await inPackage(line, module)).toEqual([]);
  });

  const script = (line: string) =>
    `/**\n * Sails.\n *\n * @example\n * ${line}\n */\nexport function sail() {}\n`;
  const inProject = (line: string) =>
    verdictsIn(
      {
        '/harbour/package.json': manifest,
        '/harbour/ships.js': script(line),
        '/harbour/anchors.js': 'export function dropAnchor() {}\n',
      },
      '/harbour/ships.js',
    );

  it.each([
    [
      "import { dropAnchr } from './anchors.js';",
      'dropAnchr: ./anchors.js has no dropAnchr; it has dropAnchor.',
    ],
    ["const _ = require('lodahs');", 'lodahs: The project names no package lodahs; it has lodash.'],
    ["import map from 'lodahs/map';", 'lodahs: The project names no package lodahs; it has lodash.'],
  ])('contradicts a slip in %s', async (line, sentence) => {
    expect(await inProject(line)).toEqual([`contradicted ${sentence}`]);
  });

  it.each([
    "import { dropAnchor } from './anchors.js';",
    "import { dropAnchr } from './hulls.js';",
    "const fs = require('fs');",
    "import x from 'express';",
  ])('leaves %s alone', async (line) => {
    expect(await inProject(line)).toEqual([]);
  });
});
