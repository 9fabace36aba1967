// Finds and reads files as text, in one thread, through the port that the index reads through. The file named by the
// argument has a line for each root: it, a folder or file of it to begin at, and the paths that count, divided by tabs.
import { readFileSync } from 'node:fs';
import { decodeUtf8 } from '../../src/node/file-system.ts';
import { nodeTreeReader } from '../../src/node/tree-reader.ts';

let characters = 0;
for (const line of readFileSync(process.argv[2] ?? '', 'utf8').split('\n')) {
  const [root = '', parts = '', ...paths] = line.split('\t');
  const counted = new Set(paths);
  const folders = new Set(paths.flatMap(foldersAbove));
  const found = nodeTreeReader.walk(root, {
    parts: parts.split('\0'),
    enters: (path) => folders.has(path),
    takes: (path) => counted.has(path),
    most: counted.size,
  });
  for (const { path } of found) {
    const bytes = nodeTreeReader.read(`${root}/${path}`);
    characters += bytes === undefined ? 0 : (decodeUtf8(bytes)?.length ?? 0);
  }
}
console.log(characters);

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
