import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { run } from '../run-command.ts';
import { factSchema, type Truth } from './fact.ts';

const script = fileURLToPath(new URL('c-truth.py', import.meta.url));
const python = '/usr/bin/python3';
const bindings = '/usr/lib/python3/dist-packages/clang/cindex.py';

interface Library {
  /** As a question names it. */
  readonly name: string;
  /** The package of Debian that brings its headers. */
  readonly package: string;
  /** Headers as they are included, and folders, with a slash behind, that hold what they include. */
  readonly headers: string;
  readonly flags?: string;
}

const libraries: readonly Library[] = [
  { name: 'zlib', package: 'zlib1g-dev', headers: 'zlib.h' },
  { name: 'libcurl', package: 'libcurl4-openssl-dev', headers: 'curl/curl.h' },
  { name: 'sqlite3', package: 'libsqlite3-dev', headers: 'sqlite3.h' },
  {
    name: 'libxml2',
    package: 'libxml2-dev',
    headers:
      'libxml/parser.h,libxml/tree.h,libxml/xpath.h,libxml/xmlreader.h,libxml/xmlwriter.h,libxml/HTMLparser.h',
    flags: '-I/usr/include/libxml2',
  },
  {
    name: 'glib',
    package: 'libglib2.0-dev',
    headers: 'glib.h,glib/',
    flags: '-I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include',
  },
  {
    name: 'openssl',
    package: 'libssl-dev',
    headers: 'openssl/ssl.h,openssl/evp.h,openssl/x509.h,openssl/rand.h,openssl/sha.h,openssl/bio.h',
  },
  { name: 'libpng', package: 'libpng-dev', headers: 'png.h' },
  { name: 'expat', package: 'libexpat1-dev', headers: 'expat.h' },
  { name: 'yaml', package: 'libyaml-dev', headers: 'yaml.h' },
  { name: 'uuid', package: 'uuid-dev', headers: 'uuid/uuid.h' },
  { name: 'liblzma', package: 'liblzma-dev', headers: 'lzma.h,lzma/' },
  {
    name: 'libc',
    package: 'libc6-dev',
    headers: 'errno.h,string.h,stdlib.h,unistd.h,fcntl.h,limits.h,math.h,time.h,signal.h,stdio.h',
  },
];

const outputSchema = z.object({
  facts: z.array(factSchema),
  names: z.record(z.string(), z.array(z.string())),
});

/** The include folders of the machine that the libraries' headers lie in. */
export function cFolders(): readonly string[] {
  const folders = ['/usr/include', '/usr/include/x86_64-linux-gnu', '/usr/include/libxml2'];
  const tops = libraries.flatMap(({ headers }) => headers.split(',').map((one) => one.replace(/\/.*/, '')));
  const glib = ['/usr/include/glib-2.0/glib', '/usr/include/glib-2.0/glib.h'];
  const places = folders.flatMap((folder) => [...new Set(tops)].map((top) => join(folder, top)));
  return [...places, ...glib].filter((path) => existsSync(path));
}

/** What clang and gcc say of some of Debian's headers; a sentence where one of them isn't there. */
export function cTruth(): Truth | string {
  const places: readonly (readonly [name: string, path: string])[] = [
    ['gcc', '/usr/bin/gcc'],
    ['python3-clang-14', bindings],
    ...libraries.map(({ package: name }) => [name, `/usr/share/doc/${name}`] as const),
  ];
  const missing = places.filter(([, path]) => !existsSync(path)).map(([name]) => name);
  if (missing.length > 0) return `missing: apt-get install ${missing.join(' ')}`;
  const named = libraries.map(({ name, headers, flags = '' }) => `${name}=${flags}=${headers}`);
  const { facts, names } = outputSchema.parse(JSON.parse(run(python, [script, ...named])));
  return { facts, names: new Map(Object.entries(names).map(([name, own]) => [name, new Set(own)])) };
}
