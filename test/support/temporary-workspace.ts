import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { toPortablePath } from '../../src/node/file-system.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Content of a file, or where a link leads, relative to the link. */
export type TemporaryFile = string | Uint8Array | { readonly link: string };

/** A folder with these files, gone when the test is over. Its path as core writes paths. */
export function temporaryWorkspace(files: Readonly<Record<string, TemporaryFile>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'factprobe-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) writeEntry(join(folder, name), content);
  return toPortablePath(folder);
}

function writeEntry(path: string, content: TemporaryFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
  else symlinkSync(content.link, path);
}

/** The manifest of a package. */
export function manifest(name: string, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ name, version: '1.0.0', ...more });
}
