import { type DecodeUtf8, type FileSystem, type Message, message } from '../platform/index.ts';

/** Sources above this many bytes are not read. */
export const maximumSourceBytes = 4 * 1024 * 1024;

/** A source's text, or why it can't be checked. */
export type ReadSource =
  | { readonly text: string; readonly skipped?: undefined }
  | { readonly text?: undefined; readonly skipped: Message };

/** Reads a source file; never throws for what is on the disk. */
export async function readSource(files: FileSystem, decode: DecodeUtf8, path: string): Promise<ReadSource> {
  const facts = await files.stat(path);
  if (facts === undefined) return { skipped: message('workspace.skipped.missing') };
  if (facts.kind !== 'file') return { skipped: message('workspace.skipped.not-a-file') };
  if (facts.size > maximumSourceBytes) return { skipped: tooLarge(facts.size) };
  const bytes = await files.readBytes(path);
  if (bytes === undefined) {
    const isGone = (await files.stat(path)) === undefined;
    return { skipped: message(isGone ? 'workspace.skipped.vanished' : 'workspace.skipped.unreadable') };
  }
  if (bytes.subarray(0, 8192).includes(0)) return { skipped: message('workspace.skipped.binary') };
  const text = decode(bytes);
  if (text === undefined) return { skipped: message('workspace.skipped.not-utf8') };
  const unsuitable = unsuitableText(text);
  return unsuitable === undefined ? { text } : { skipped: unsuitable };
}

/** Why a text isn't worth checking although it can be read, or `undefined`. An open document passes here too. */
export function unsuitableText(text: string): Message | undefined {
  if (text.length > maximumSourceBytes) return tooLarge(text.length);
  if (text.includes('\0')) return message('workspace.skipped.binary');
  return isMinified(text) ? message('workspace.skipped.minified') : undefined;
}

function tooLarge(bytes: number): Message {
  const megabytes = (count: number) => Math.round((count / 1024 / 1024) * 10) / 10;
  return message('workspace.skipped.too-large', {
    size: megabytes(bytes),
    limit: megabytes(maximumSourceBytes),
  });
}

/** Long files whose lines average over 500 characters were written by a program. */
function isMinified(text: string): boolean {
  if (text.length < 20_000) return false;
  const fewest = text.length / 500;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < fewest; at = text.indexOf('\n', at + 1)) lines++;
  return lines < fewest;
}
