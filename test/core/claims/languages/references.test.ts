import { describe, expect, it } from 'vitest';
import { checkFile, WorkspaceNames } from '../../../../src/core/claims/index.ts';
import { createMemoryCacheStore, neverCancelled } from '../../../../src/core/platform/index.ts';
import { languageOfFile } from '../../../../src/core/source/index.ts';
import { createRenderer } from '../../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../../src/node/file-system.ts';
import { readMarkedText } from '../../../support/marked-text.ts';
import { createMemoryFiles } from '../../../support/memory-files.ts';
import { checkTools } from '../../../support/tools.ts';

const render = createRenderer('en');
const cache = createMemoryCacheStore();

/** What a file, among others, says of names that are nowhere: each claim with its sentence. */
async function misspeltIn(
  path: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
  wanted = 'reference',
) {
  const language = languageOfFile(path);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const files = createMemoryFiles({ [path]: text, '/harbour/package.json': '{}', ...others });
  const names = new WorkspaceNames({ files, decode: decodeUtf8 }, () => 0);
  const tools = { ...(await checkTools()), files, decode: decodeUtf8, cache, engine: 'test', names };
  const { findings } = await checkFile(tools, { path, language, cancellation: neverCancelled });
  return findings
    .filter(({ kind, verdict }) => kind === wanted && verdict === 'contradicted')
    .map(({ claim, message, fix }) => `${claim} | ${render(message)} | ${fix === null ? 'no fix' : 'fix'}`);
}

const sources = {
  'Java’s links': [
    'Ship.java',
    'class Ship {\n  /** Sails, see {@link ⟦#dropAnchr⟧()}. */\n  void sail() {}\n\n  void dropAnchor() {}\n}\n',
  ],
  'Java’s @see': [
    'Ship.java',
    'class Ship {\n  /**\n   * Sails.\n   * @see ⟦Ship#dropAnchr⟧(int)\n   */\n  void sail() {}\n\n  void dropAnchor(int depth) {}\n}\n',
  ],
  Kotlin: ['ship.kt', '/** Sails, see [⟦dropAnchr⟧]. */\nfun sail() {}\n\nfun dropAnchor() {}\n'],
  Go: [
    'ship.go',
    'package harbour\n\n// Sail sails, see [⟦DropAnchr⟧].\nfunc Sail() {}\n\n// DropAnchor drops it.\nfunc DropAnchor() {}\n',
  ],
  Rust: [
    'ship.rs',
    '/// Sails, see [`⟦drop_anchr⟧`].\npub fn sail() {}\n\n/// Drops it.\npub fn drop_anchor() {}\n',
  ],
  'Rust’s own type': [
    'ship.rs',
    'pub struct Ship;\n\nimpl Ship {\n    /// Sails, see [`⟦Self::drop_anchr⟧()`].\n    pub fn sail(&self) {}\n\n    pub fn drop_anchor(&self) {}\n}\n',
  ],
  'C’s Doxygen': [
    'ship.c',
    '/**\n * Sails.\n * \\see ⟦drop_anchr⟧()\n */\nint sail(void) { return 1; }\n\nint drop_anchor(void) { return 2; }\n',
  ],
  'C#': [
    'Ship.cs',
    'class Ship {\n  /// <summary>Sails, see <see cref="⟦DropAnchr⟧"/>.</summary>\n  public void Sail() {}\n\n  public void DropAnchor() {}\n}\n',
  ],
  PHP: [
    'ship.php',
    '<?php\n/**\n * Sails.\n * @see ⟦drop_anchr⟧()\n */\nfunction sail() {}\n\nfunction drop_anchor() {}\n',
  ],
  Ruby: [
    'ship.rb',
    'class Ship\n  # Sails, see {⟦#drop_anchr⟧}.\n  def sail\n    1\n  end\n\n  def drop_anchor\n    2\n  end\nend\n',
  ],
} as const;

describe('names that comments of further languages refer to', () => {
  it.each(Object.entries(sources))('contradicts a slip in %s', async (_name, [file, marked]) => {
    const { text, spans } = readMarkedText(marked);
    const claim = text.slice(spans[0]?.start, spans[0]?.end);
    const wrong = /drop_?anchr/i.exec(claim)?.[0] ?? '';
    const right = wrong.replace(/anchr/i, (word) => `${word.slice(0, -1)}or`);
    expect(await misspeltIn(`/harbour/${file}`, text)).toEqual([
      `${claim} | ${wrong} exists nowhere; ${right} does. | fix`,
    ]);
  });

  it.each(Object.entries(sources))('is content once it is right, in %s', async (_name, [file, marked]) => {
    const text = marked.replaceAll(/[⟦⟧]/g, '').replace(/anchr/i, (word) => `${word.slice(0, -1)}or`);
    expect(await misspeltIn(`/harbour/${file}`, text)).toEqual([]);
  });

  it.each(Object.entries(sources))('knows the names of other files, in %s', async (_name, [file, marked]) => {
    const text = marked.replaceAll(/[⟦⟧]/g, '');
    const other = `/harbour/other.${file.split('.').at(-1)}`;
    const names = 'x(drop_anchr, dropAnchr, DropAnchr);\n';
    expect(await misspeltIn(`/harbour/${file}`, text, { [other]: names })).toEqual([]);
  });

  it.each([
    [
      'a class with a base',
      'Ship.java',
      'class Ship extends Hull {\n  /** Sails, see {@link #dropAnchr()}. */\n  void sail() {}\n\n  void dropAnchor() {}\n}\n',
    ],
    [
      'a class from elsewhere',
      'Ship.java',
      'class Ship {\n  /** Sails, see {@link Hull#dropAnchr}. */\n  void sail() {}\n\n  void dropAnchor() {}\n}\n',
    ],
    [
      'a package of Go',
      'ship.go',
      'package harbour\n\n// Sail sails, see [hull.DropAnchr].\nfunc Sail() {}\n\nfunc DropAnchor() {}\n',
    ],
    [
      'a link with an address',
      'ship.go',
      'package harbour\n\n// Sail sails, see [DropAnchr](there).\nfunc Sail() {}\n\nfunc DropAnchor() {}\n',
    ],
    [
      'code',
      'ship.rs',
      '/// Sails.\n///\n/// ```\n/// let a = [`drop_anchr`];\n/// ```\npub fn sail() {}\n\npub fn drop_anchor() {}\n',
    ],
    [
      'a link whose address follows below',
      'ship.rs',
      '/// Sails, see [`drop_anchr`].\n///\n/// [`drop_anchr`]: there\npub fn sail() {}\n\npub fn drop_anchor() {}\n',
    ],
    [
      'a name with a letter less at its end',
      'ship.rs',
      '/// Sails, see [`DropAnchor`].\npub fn sail() {}\n\npub fn DropAnchorW() {}\n',
    ],
    [
      'a derived class',
      'ship.rb',
      'class Ship < Hull\n  # Sails, see {#drop_anchr}.\n  def sail\n    1\n  end\n\n  def drop_anchor\n    2\n  end\nend\n',
    ],
  ])('leaves %s alone', async (_name, file, text) => {
    expect(await misspeltIn(`/harbour/${file}`, text)).toEqual([]);
  });
});

const exceptions = {
  Java: [
    'Ship.java',
    'class Ship {\n  /**\n   * Sails.\n   * @throws NAME if it cannot.\n   */\n  void sail(int a) {\n    if (a > 1) throw new HarbourFullException();\n  }\n}\n',
  ],
  'C#': [
    'Ship.cs',
    'class Ship {\n  /// <summary>Sails.</summary>\n  /// <exception cref="NAME">If it cannot.</exception>\n  public void Sail(int a) {\n    if (a > 1) throw new HarbourFullException();\n  }\n}\n',
  ],
  PHP: [
    'ship.php',
    '<?php\n/**\n * Sails.\n * @throws NAME if it cannot.\n */\nfunction sail($a) {\n  if ($a > 1) throw new HarbourFullException();\n}\n',
  ],
  Kotlin: [
    'ship.kt',
    '/**\n * Sails.\n * @throws NAME if it cannot.\n */\nfun sail(a: Int) {\n  if (a > 1) throw HarbourFullException()\n}\n',
  ],
  Ruby: [
    'ship.rb',
    '# Sails.\n# @raise [NAME] if it cannot.\ndef sail(a)\n  raise HarbourFullException if a > 1\nend\n',
  ],
} as const;

describe('exceptions that comments of further languages name', () => {
  it.each(Object.entries(exceptions))('contradicts a slip in %s', async (_name, [file, text]) => {
    const wrong = text.replace('NAME', 'HarborFullException');
    expect(await misspeltIn(`/harbour/${file}`, wrong, {}, 'raises')).toEqual([
      expect.stringContaining(
        'There is no exception HarborFullException; HarbourFullException is meant. | fix',
      ),
    ]);
  });

  it.each(Object.entries(exceptions))('leaves other names alone in %s', async (_name, [file, text]) => {
    const at = `/harbour/${file}`;
    for (const name of [
      'HarbourFullException',
      'IllegalStateException',
      'HarbourFoolExceptions',
      '\\HarbourFullException',
    ])
      expect(await misspeltIn(at, text.replace('NAME', name), {}, 'raises')).toEqual([]);
    const elsewhere = { [`/harbour/other.${file.split('.').at(-1)}`]: 'x(HarborFullException);\n' };
    expect(await misspeltIn(at, text.replace('NAME', 'HarborFullException'), elsewhere, 'raises')).toEqual(
      [],
    );
  });
});
