import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crateSchema, type RustCrate } from './rust-json.ts';

const rustdoc = '/usr/bin/rustdoc';
const rustc = '/usr/bin/rustc';
export const registry = '/usr/share/cargo/registry';
export const rustLibrary = '/usr/lib/rustlib/src/rust/library';

/** Crates of Debian, each behind those that it needs; `features` are on beside `default`. */
const crates: readonly { readonly name: string; readonly features?: string; readonly needs?: string }[] = [
  { name: 'cfg-if' },
  { name: 'libc' },
  { name: 'memchr' },
  { name: 'itoa' },
  { name: 'fnv' },
  { name: 'either', features: 'use_std' },
  { name: 'semver' },
  { name: 'byteorder' },
  { name: 'smallvec' },
  { name: 'httparse' },
  { name: 'bytes' },
  { name: 'base64' },
  { name: 'unicode-width' },
  { name: 'log', needs: 'cfg-if' },
  { name: 'scopeguard', features: 'use_std' },
  { name: 'percent-encoding' },
  { name: 'form_urlencoded', needs: 'percent-encoding' },
  { name: 'once_cell', features: 'race' },
  { name: 'humantime' },
  { name: 'num_cpus', needs: 'libc' },
  { name: 'hashbrown' },
  { name: 'aho-corasick', needs: 'memchr' },
  { name: 'regex-syntax', features: 'unicode' },
  {
    name: 'regex',
    features: 'unicode perf perf-literal perf-cache perf-dfa perf-inline',
    needs: 'memchr aho-corasick regex-syntax',
  },
  { name: 'anyhow' },
  { name: 'strsim' },
  { name: 'textwrap' },
  { name: 'futures-core' },
  { name: 'futures-io' },
  { name: 'pin-project-lite' },
  { name: 'waker-fn' },
  { name: 'parking' },
  { name: 'fastrand' },
  {
    name: 'futures-lite',
    needs: 'futures-core futures-io memchr pin-project-lite waker-fn parking fastrand',
  },
  { name: 'event-listener' },
  { name: 'async-lock', needs: 'event-listener futures-lite' },
];

/** A crate that rustdoc read. */
export interface Built {
  readonly package: string;
  /** As paths begin. */
  readonly name: string;
  readonly crate: RustCrate;
}

/** What rustdoc of Debian reads of some of Debian's crates and of `alloc`; a sentence where it isn't installed. */
export function builtCrates(root: string): readonly Built[] | string {
  const missing = [
    ...(existsSync(rustdoc) ? [] : ['rustc']),
    ...(existsSync(rustLibrary) ? [] : ['rust-src']),
    ...crates
      .filter(({ name }) => folderOf(name) === undefined)
      .map(({ name }) => `librust-${name.replaceAll('_', '-')}-dev`),
  ];
  if (missing.length > 0) return `missing: apt-get install ${missing.join(' ')}`;
  const work = join(root, 'ask-rust-truth');
  mkdirSync(work, { recursive: true });
  const alloc = built(work, {
    package: 'std',
    name: 'alloc',
    file: join(rustLibrary, 'alloc/src/lib.rs'),
    flags: ['--edition', '2021', '-Z', 'force-unstable-if-unmarked'],
  });
  if (typeof alloc === 'string') return alloc;
  const all = [alloc];
  for (const wanted of crates) {
    const one = crateOf(work, wanted);
    if (typeof one === 'string') return one;
    all.push(one);
  }
  return all;
}

function folderOf(name: string): string | undefined {
  const entries = existsSync(registry) ? readdirSync(registry) : [];
  const found = entries.find((one) => one.startsWith(`${name}-`) && /^\d/.test(one.slice(name.length + 1)));
  return found === undefined ? undefined : join(registry, found);
}

function crateOf(work: string, { name, features = '', needs = '' }: (typeof crates)[number]): Built | string {
  const folder = folderOf(name) ?? '';
  const manifest = readFileSync(join(folder, 'Cargo.toml'), 'utf8');
  const edition = /^edition\s*=\s*"(\d+)"/m.exec(manifest)?.[1] ?? '2015';
  const library = /^\[lib\][^[]*?^path\s*=\s*"([^"]+)"/ms.exec(manifest)?.[1] ?? 'src/lib.rs';
  const on = ['default', 'std', 'alloc', ...features.split(' ')].filter((one) => one !== '');
  const needed = needs === '' ? [] : needs.replaceAll('-', '_').split(' ');
  const flags = [
    ...['--edition', edition],
    ...on.flatMap((one) => ['--cfg', `feature="${one}"`]),
    ...needed.flatMap((one) => ['--extern', `${one}=${join(work, `lib${one}.rmeta`)}`]),
  ];
  const file = join(folder, library);
  const plain = name.replaceAll('-', '_');
  // What comes behind may need it.
  const compiled = spawnSync(
    rustc,
    ['--crate-name', plain, file, '--crate-type', 'lib', '--emit', 'metadata', ...shared(work), ...flags],
    { encoding: 'utf8', env: { ...process.env, RUSTC_BOOTSTRAP: '1' } },
  );
  if (compiled.status !== 0) return `rustc failed at ${name}: ${compiled.stderr.split('\n')[0] ?? ''}`;
  return built(work, { package: name, name: plain, file, flags });
}

function shared(work: string): readonly string[] {
  return ['--cap-lints', 'allow', '-L', work, '--out-dir', work];
}

function built(
  work: string,
  one: Pick<Built, 'package' | 'name'> & { readonly file: string; readonly flags: readonly string[] },
): Built | string {
  const { name, file, flags } = one;
  const json = ['-Z', 'unstable-options', '--output-format', 'json'];
  const done = spawnSync(rustdoc, ['--crate-name', name, file, ...shared(work), ...json, ...flags], {
    encoding: 'utf8',
    env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
  });
  if (done.status !== 0) return `rustdoc failed at ${name}: ${done.stderr.split('\n')[0] ?? ''}`;
  const read = crateSchema.safeParse(JSON.parse(readFileSync(join(work, `${name}.json`), 'utf8')));
  return read.success
    ? { package: one.package, name, crate: read.data }
    : 'rustdoc is not that of Debian 12 (1.63), which writes JSON of version 15';
}
