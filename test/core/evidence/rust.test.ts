import { describe, expect, it } from 'vitest';
import { evidenceTools, factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';

const lib = `//! Tides.
mod gauge;
mod errors {
    pub struct Dry;
}
pub use crate::gauge::{Gauge, level as depth};
pub use self::errors::*;

pub mod bytes {
    pub use crate::gauge::inner::Gauge;
}

/// Most tries.
pub const TRIES: u32 = 3;
`;
const gauge = `/// A gauge, with { in its comment.
pub struct Gauge<T = f64> {
    /// In metres.
    pub depth: T,
}

pub mod inner;

impl<T> Gauge<T> {
    /// Opens it.
    ///
    /// # Panics
    ///
    /// Panics if \`station\` is empty. Otherwise not.
    ///
    /// # Errors
    /// When it is dry.
    #[must_use]
    #[stable(feature = "gauge", since = "1.2.0")]
    pub fn open(station: &str, tries: u32) -> Result<Self, Dry> { let x = 1; loop {} }

    #[deprecated(since = "1.4.0", note = "use \`open\`")]
    pub fn old(&self) -> T { loop {} }
}

pub fn level() -> f64 { 0.0 }
`;
const crate = (folder: string, version: string) => ({
  [`${folder}/Cargo.toml`]: `[package]\nname = "tide-gauge"\nversion = "${version}"\n\n[lib]\nname = "tide_gauge"\n`,
  [`${folder}/src/lib.rs`]: lib,
  [`${folder}/src/gauge.rs`]: gauge,
  [`${folder}/src/gauge/inner.rs`]: 'pub struct Gauge;\nimpl Gauge {\n    pub fn open() -> u8 { 0 }\n}\n',
  [`${folder}/src/more.rs`]: 'impl crate::Gauge<f64> {\n    pub fn close(self) -> bool { true }\n}\n',
});
const registry = 'home/.cargo/registry/src/index.crates.io-1';
const manifest =
  '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\ntide-gauge = { version = "1" }\n';
const lock = (version: string) => `[[package]]\nname = "tide-gauge"\nversion = "${version}"\n`;
const standard = {
  'usr/lib/rustlib/src/rust/library/std/src/lib.rs':
    'pub use alloc_crate::vec;\n#[path = "sub/fs.rs"]\npub mod fs;\n',
  'usr/lib/rustlib/src/rust/library/std/src/sub/fs.rs': 'pub fn read(path: &str) -> Vec<u8> { loop {} }\n',
  'usr/lib/rustlib/src/rust/library/alloc/src/lib.rs': 'pub mod vec;\n',
  'usr/lib/rustlib/src/rust/library/alloc/src/vec/mod.rs':
    'pub struct Vec<T, A: Allocator = Global> { a: A }\nimpl<T> Vec<T> {\n    pub fn with_capacity(capacity: usize) -> Self { loop {} }\n}\n',
  'usr/lib/rustlib/src/rust/library/core/src/lib.rs': '',
};

async function at(files: Readonly<Record<string, string>>) {
  const root = temporaryWorkspace(files);
  const tools = await evidenceTools({ machine: { root, home: `${root}/home`, variables: {} } });
  return { root: `${root}/app`, tools };
}

describe("a crate of Cargo's registry", () => {
  const files = {
    'app/Cargo.toml': manifest,
    'app/Cargo.lock': lock('1.4.0'),
    ...crate(`${registry}/tide-gauge-1.4.0`, '1.4.0'),
    ...crate(`${registry}/tide-gauge-1.5.0`, '1.5.0'),
    ...standard,
  };

  it('gives a method at the version that Cargo.lock holds, through what the crate gives on', async () => {
    const { root, tools } = await at(files);
    const facts = await factsOf(root, 'tide_gauge::Gauge::open', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'rust', name: 'tide-gauge', version: '1.4.0' });
    expect(facts.name).toBe('Gauge::open');
    expect(signature(facts)).toEqual(['station: &str', 'tries: u32']);
    expect(shown(facts.returns)).toBe('Result<Self, Dry> by Result<Self, Dry>');
    expect(facts.raises?.map(({ value }) => value)).toEqual([
      'Panics if `station` is empty.',
      'When it is dry.',
    ]);
    expect(facts.since?.value).toBe('1.2.0');
    expect(facts.deprecated).toBeUndefined();
  });

  it('keeps types of the same name apart by their modules', async () => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, 'tide_gauge::bytes::Gauge::open', { tools })).returns?.value).toBe('u8');
    expect(await lookUp(root, 'Gauge::open', { tools })).toEqual({
      type: 'ambiguous',
      candidates: ['Gauge::open (tide_gauge/gauge.rs)', 'Gauge::open (tide_gauge/gauge/inner.rs)'],
    });
  });

  it('gives functions by other names, constants, fields, deprecations and members in other files', async () => {
    const { root, tools } = await at(files);
    const value = async (symbol: string) => factsOf(root, `tide_gauge::${symbol}`, { tools });
    expect((await value('depth')).returns?.value).toBe('f64');
    expect((await value('TRIES')).default?.value).toBe('3');
    expect((await value('Gauge::depth')).type?.value).toBe('T');
    expect((await value('Dry')).kind).toBe('class');
    expect((await value('Gauge::close')).returns?.value).toBe('bool');
    expect((await value('Gauge::old')).deprecated?.value).toBe('since = "1.4.0", note = "use `open`"');
  });

  it('says what is missing, and that more may be there', async () => {
    const { root, tools } = await at(files);
    expect(await lookUp(root, 'tide_gauge::Gauge::opens', { tools })).toMatchObject({
      type: 'no-such-symbol',
      nearest: ['Gauge::open'],
      isPartial: true,
    });
    expect(await lookUp(root, 'tide_gauge::TRIED', { tools })).toMatchObject({
      nearest: ['tide_gauge::TRIES'],
    });
  });

  it('decides nothing where several versions are locked and have it', async () => {
    const { root, tools } = await at({ ...files, 'app/Cargo.lock': lock('1.4.0') + lock('1.5.0') });
    expect(await lookUp(root, 'tide_gauge::depth', { tools })).toEqual({
      type: 'ambiguous',
      candidates: ['tide_gauge::depth (tide-gauge 1.4.0)', 'tide_gauge::depth (tide-gauge 1.5.0)'],
    });
  });

  const platforms = {
    'app/Cargo.toml': manifest,
    'app/Cargo.lock': lock('1.0.0'),
    [`${registry}/tide-gauge-1.0.0/Cargo.toml`]: '[package]\nname = "tide-gauge"\nversion = "1.0.0"\n',
    [`${registry}/tide-gauge-1.0.0/src/lib.rs`]: `mod depth;
pub use self::depth::depth;
#[cfg(test)]
mod gauge { pub use other::Gauge; }
#[cfg(not(test))]
pub mod gauge;
cfg_if! {
    if #[cfg(unix)] { mod unix; pub use unix::*; }
    else if #[cfg(windows)] { mod windows; pub use windows::*; }
}
use self::hidden::*;
mod hidden { pub fn level(hidden: u8) {} }
`,
    [`${registry}/tide-gauge-1.0.0/src/depth.rs`]: 'pub fn depth(at: u8) -> f64 { 0.0 }\n',
    [`${registry}/tide-gauge-1.0.0/src/gauge.rs`]: `pin_project! { pub struct Gauge<T> { a: T } }
impl<T> Gauge<T> {
    pub fn open() -> Self { loop {} }
    pub fn close(self) {}
    pub async fn wait(&self) -> u8 { 0 }
    pub fn next(&self) -> Next { loop {} }
    pub fn all(&self) -> impl Iterator<Item = Gauge<T>> { loop {} }
    pub fn some(&self) -> impl Rise { loop {} }
    pub fn tide(&self) -> Option<Tide> { None }
}
pub struct Next;
impl core::future::Future for Next {}
pub enum Tide {
    /// Low.
    Ebb,
    Flood(u8),
    #[doc(hidden)]
    __More,
}
impl Tide { pub const LEAST: Tide = Tide::Ebb; }
`,
    [`${registry}/tide-gauge-1.0.0/src/unix.rs`]:
      'pub fn level(of: ::c_int) {}\npub const MOST: u8 = 1;\nextern "C" { pub fn low(a: u8) -> u8; }\n',
    [`${registry}/tide-gauge-1.0.0/src/windows.rs`]: 'pub fn level(of: c_int) {}\npub const MOST: u8 = 2;\n',
  };

  it('gives a function that its private module is called like, and nothing that only tests have', async () => {
    const { root, tools } = await at(platforms);
    expect(signature(await factsOf(root, 'tide_gauge::depth', { tools }))).toEqual(['at: u8']);
    expect((await factsOf(root, 'tide_gauge::gauge::Gauge::open', { tools })).returns?.value).toBe('Self');
  });

  it('gives what platforms declare alike, and leaves open what they declare differently', async () => {
    const { root, tools } = await at(platforms);
    expect(signature(await factsOf(root, 'tide_gauge::level', { tools }))).toEqual(['of: ::c_int']);
    expect(signature(await factsOf(root, 'tide_gauge::low', { tools }))).toEqual(['a: u8']);
    const most = await factsOf(root, 'tide_gauge::MOST', { tools });
    expect(most.default).toBeUndefined();
    expect(most.type?.value).toBe('u8');
    expect(most.variants).toEqual(['MOST (src/unix.rs)', 'MOST (src/windows.rs)']);
  });

  it.each([
    ['Gauge::wait', true],
    ['Gauge::open', false],
    ['Gauge::close', false],
    ['Gauge::all', false],
    ['Gauge::tide', false],
    ['Gauge::next', undefined],
    ['Gauge::some', undefined],
  ])('says of %s whether it is awaited, where nothing is left open', async (name, awaited) => {
    const { root, tools } = await at(platforms);
    const facts = await factsOf(root, `tide_gauge::gauge::${name}`, { tools });
    expect(facts.asynchronous?.holds).toBe(awaited);
  });

  it('gives the values of an enumeration, and what gives nothing back', async () => {
    const { root, tools } = await at(platforms);
    const tide = await factsOf(root, 'tide_gauge::gauge::Tide', { tools });
    expect(tide.allowed?.values).toEqual(['Ebb', 'Flood']);
    expect(tide.allowed?.evidence.map(({ quote }) => quote)).toEqual(['Ebb', 'Flood']);
    const close = await factsOf(root, 'tide_gauge::gauge::Gauge::close', { tools });
    expect([close.returns, close.givesNothing]).toEqual([undefined, true]);
  });

  it('is found vendored', async () => {
    const { root, tools } = await at({
      'app/Cargo.toml': manifest,
      ...crate('app/vendor/tide-gauge', '1.3.0'),
    });
    expect((await factsOf(root, 'tide_gauge::depth', { tools })).package.version).toBe('1.3.0');
  });
});

describe("Rust's standard library", () => {
  it('is read from its sources, across its crates, its version unknown where nothing tells', async () => {
    const { root, tools } = await at({ ...standard, 'app/main.rs': '' });
    const facts = await factsOf(root, 'std::vec::Vec::with_capacity', { tools });
    expect(signature(facts)).toEqual(['capacity: usize']);
    expect(facts.package).not.toHaveProperty('version');
    expect((await factsOf(root, 'Vec::with_capacity', { tools })).name).toBe('Vec::with_capacity');
    expect((await factsOf(root, 'std::fs::read', { tools })).name).toBe('fs::read');
    expect((await factsOf(root, 'std.alloc::vec::Vec::with_capacity', { tools })).name).toMatch(
      /with_capacity$/,
    );
  });
});
