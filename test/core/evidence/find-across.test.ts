import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPassages, type SymbolLookup } from '../../../src/core/evidence/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { lookUp } from '../../support/evidence.ts';
import { indexedTools } from '../../support/index.ts';
import { manifest, type TemporaryFile, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const site = '.venv/lib/python3.12/site-packages';

const files: Readonly<Record<string, TemporaryFile>> = {
  'package.json': JSON.stringify({ dependencies: { web: '1' } }),
  'node_modules/web/package.json': manifest('web', { dependencies: { words: '1' } }),
  'node_modules/web/index.js': 'exports.serve = (port = 80) => {};\n',
  'node_modules/words/package.json': manifest('words', { version: '3.0.0' }),
  'node_modules/words/index.d.ts': `export * from './lib/short.js';
/** Makes words plural. */
export declare function pluralize(word: string, count?: number): string;
export declare class Speller { spellOut(value: number): string }
`,
  'node_modules/words/lib/short.d.ts':
    'export declare function abbreviate(text: string, length?: number): string;\n',
  'node_modules/web/lib/hidden.js': 'function unexported(deep) {}\nexports.shown = 1;\n',
  'node_modules/words/README.md':
    '# words\n\n## Abbreviations\n\nAn abbreviation never ends in the middle of a surrogate pair.\n',
  'node_modules/@types/plain/package.json': manifest('@types/plain'),
  'node_modules/@types/plain/index.d.ts': 'export function plainly(loud?: boolean): void;\n',
  'node_modules/plain/package.json': manifest('plain'),
  'node_modules/plain/index.js': 'module.exports.plainly = function () {};\n',
  [`${site}/shop/__init__.py`]: '',
  [`${site}/shop/shortcuts.py`]: 'def get_object_or_404(klass, *args, strict=False):\n    """Gets it."""\n',
  [`${site}/shop/first.py`]: 'def twice(a=1):\n    pass\n',
  [`${site}/shop/second.py`]: 'def twice(a=2):\n    pass\n',
  [`${site}/shop/models.py`]: 'class Basket:\n    def put_in(self, item, count=1):\n        pass\n',
  [`${site}/shop-1.4.dist-info/METADATA`]: 'Metadata-Version: 2.1\nName: shop\nVersion: 1.4\n\nA shop.\n',
  [`${site}/shop-1.4.dist-info/RECORD`]: 'shop/__init__.py,,\nshop/shortcuts.py,,\n',
};

async function across(symbol: string, more: Readonly<Record<string, TemporaryFile>> = {}) {
  const workspace = temporaryWorkspace({ ...files, ...more });
  return lookUp(workspace, symbol, { tools: await indexedTools() });
}

function shown(lookup: SymbolLookup): string {
  if (lookup.type !== 'found') return JSON.stringify(lookup);
  const { package: owner, name, parameters = [] } = lookup.symbol;
  return `${owner.name} ${owner.version}: ${name}(${parameters.map((one) => one.name).join(', ')})`;
}

describe('a name without a package', () => {
  it('is found in a package that no manifest names', async () => {
    expect(shown(await across('abbreviate'))).toBe('words 3.0.0: abbreviate(text, length)');
    expect(shown(await across('plainly'))).toMatch(/plainly\(loud\)$/);
  });

  it('is found in a module that the package itself does not give on', async () => {
    expect(shown(await across('get_object_or_404'))).toBe(
      'shop 1.4: shortcuts.get_object_or_404(klass, args, strict)',
    );
  });

  it('is found by the end of its qualified name', async () => {
    expect(shown(await across('shortcuts.get_object_or_404'))).toContain('get_object_or_404(klass');
    expect(shown(await across('Basket.put_in'))).toContain('Basket.put_in(');
  });

  it('is ambiguous when several declare it', async () => {
    expect(await across('twice')).toEqual({
      type: 'ambiguous',
      candidates: ['shop.first.twice', 'shop.second.twice'],
    });
  });

  it('is the public one where others are kept private by their names, installers left out', async () => {
    const more = {
      [`${site}/shop/_vendor.py`]: 'def packed(b=2):\n    pass\n',
      [`${site}/shop/public.py`]: 'def packed(a=1):\n    pass\n',
      [`${site}/pip/__init__.py`]: 'def packed(c=3):\n    pass\n',
      [`${site}/pip-23.2.dist-info/METADATA`]:
        'Metadata-Version: 2.1\nName: pip\nVersion: 23.2\n\nInstalls.\n',
      [`${site}/pip-23.2.dist-info/RECORD`]: 'pip/__init__.py,,\n',
    };
    expect(shown(await across('packed', more))).toBe('shop 1.4: public.packed(a)');
  });

  it('is ambiguous when more declare it than are looked at', async () => {
    const many: Record<string, TemporaryFile> = {};
    for (let i = 0; i < 30; i++) {
      many[`node_modules/many-${i}/package.json`] = manifest(`many-${i}`);
      // All but one keep it to themselves.
      many[`node_modules/many-${i}/index.js`] =
        `function sharedName() {}\n${i === 3 ? 'exports.sharedName = sharedName;' : ''}\n`;
    }
    expect(await across('sharedName', many)).toMatchObject({ type: 'ambiguous' });
  });

  it('is that of the package that the workspace itself names, where several have it', async () => {
    const other = {
      'node_modules/other/package.json': manifest('other'),
      'node_modules/other/lib/deep.js': 'exports.listenDeeply = (host) => {};\n',
      'node_modules/web/lib/deep.js': 'exports.listenDeeply = (port) => {};\n',
    };
    expect(shown(await across('listenDeeply', other))).toContain('listenDeeply(port)');
  });

  it('is not found where no user of the package can reach it', async () => {
    expect(await across('unexported')).toMatchObject({ type: 'not-installed', name: 'unexported' });
  });

  it('comes with what it may mean', async () => {
    expect(await across('abreviate')).toMatchObject({ type: 'not-installed', nearest: ['words.abbreviate'] });
    expect(await across('getObjectOr404')).toMatchObject({ nearest: ['shop.shortcuts.get_object_or_404'] });
    expect(await across('spellOut')).toMatchObject({
      type: 'not-installed',
      nearest: ['words.Speller.spellOut'],
    });
    expect(await across('frobnicate')).toMatchObject({ type: 'not-installed', nearest: [] });
  });

  it('is read where it lies now, never as it was', async () => {
    const workspace = temporaryWorkspace(files);
    const tools = await indexedTools();
    await lookUp(workspace, 'abbreviate', { tools });
    const path = join(workspace, 'node_modules/words/lib/short.d.ts');
    writeFileSync(path, 'export declare function abbreviate(words: string[]): string;\n');
    expect(shown(await lookUp(workspace, 'abbreviate', { tools }))).toContain('abbreviate(words)');
    writeFileSync(path, 'export {};\n');
    expect(await lookUp(workspace, 'abbreviate', { tools })).toMatchObject({ type: 'not-installed' });
  });

  it('is looked for without any index as before', async () => {
    const workspace = temporaryWorkspace(files);
    expect(await lookUp(workspace, 'abbreviate')).toMatchObject({ type: 'not-installed' });
  });
});

describe('a name without a package in other ecosystems', () => {
  it('is found in a package of a vendored Go module', async () => {
    const workspace = temporaryWorkspace({
      'go.mod': 'module example.org/app\n\ngo 1.21\n\nrequire example.org/tide v1.4.0\n',
      'main.go': 'package main\n',
      'vendor/modules.txt':
        '# example.org/tide v1.4.0\n## explicit; go 1.21\nexample.org/tide\nexample.org/tide/deep\n',
      'vendor/example.org/tide/tide.go': 'package tide\n\nfunc Level(station string) int { return 0 }\n',
      'vendor/example.org/tide/deep/deep.go': 'package deep\n\nfunc SoundDepth(cable int) int { return 0 }\n',
    });
    const tools = await indexedTools();
    expect(shown(await lookUp(workspace, 'SoundDepth', { tools }))).toContain('SoundDepth(cable)');
    expect(await lookUp(workspace, 'SoundDepht', { tools })).toMatchObject({
      type: 'not-installed',
      nearest: [expect.stringContaining('SoundDepth')],
    });
  });

  it('is found in a module of a vendored crate', async () => {
    const workspace = temporaryWorkspace({
      'Cargo.toml': '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\ntide = "1"\n',
      'src/main.rs': 'fn main() {}\n',
      'vendor/tide/Cargo.toml': '[package]\nname = "tide"\nversion = "1.4.0"\n',
      'vendor/tide/src/lib.rs': 'pub mod gauge;\n',
      'vendor/tide/src/gauge.rs': '/// Sounds.\npub fn sound_depth(cable: u32) -> u32 { 0 }\n',
    });
    expect(shown(await lookUp(workspace, 'sound_depth', { tools: await indexedTools() }))).toContain(
      'sound_depth(cable)',
    );
  });
});

describe('passages through the index', () => {
  async function passages(question: string, documents?: string) {
    const workspace = temporaryWorkspace({
      ...files,
      'guide/rules.md':
        '# Rules\n\n## 部署\n\n部署之前必须备份数据库。\n\n## Naming\n\nBranches carry the number of their ticket.\n',
      'guide/more.html':
        '<style>.tuesday {}</style>\n<h1>More</h1>\n<p>Nothing.</p>\n<h2 id="r">Releases</h2>\n<p>Releases happen on the second Tuesday of a month.</p>\n',
      'guide/deep/notes.rst': 'Notes\n=====\n\nEvery endpoint answers within fifty milliseconds.\n',
    });
    const root = `${workspace}/guide`;
    const added =
      documents === undefined ? [] : [{ ecosystem: 'documents', name: 'guide', root, parts: [''] } as const];
    const tools = await indexedTools({ documents: added });
    const found = await findPassages(tools, {
      question,
      looked: [],
      symbols: [],
      packages: [],
      from: [workspace],
      cancellation: neverCancelled,
    });
    return found.map(({ path, quote, package: owner }) => ({
      file: path.slice(workspace.length + 1),
      quote,
      package: owner,
    }));
  }

  it('are found in packages that the question does not name', async () => {
    expect(await passages('Can an abbreviation cut a surrogate pair in the middle?')).toEqual([
      {
        file: 'node_modules/words/README.md',
        quote: '## Abbreviations\n\nAn abbreviation never ends in the middle of a surrogate pair.',
        package: 'words',
      },
    ]);
  });

  it('are found in folders that the user added, in Markdown, reStructuredText, HTML and Chinese', async () => {
    const of = async (question: string) => (await passages(question, 'guide'))[0]?.quote;
    expect(await of('What number do branches carry?')).toBe(
      '## Naming\n\nBranches carry the number of their ticket.',
    );
    expect(await of('on which Tuesday of the month do releases happen')).toMatch(
      /^<h2 id="r">Releases<\/h2>\n<p>Releases happen on the second Tuesday of a month\.<\/p>$/,
    );
    expect(await of('how many milliseconds until an endpoint answers')).toContain('fifty milliseconds');
    expect(await of('部署之前要备份数据库吗')).toContain('必须备份数据库');
  });

  it('are none where a question shares only one word with them', async () => {
    expect(await passages('What is the middle of nowhere?')).toEqual([]);
  });
});
