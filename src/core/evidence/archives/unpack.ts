import { gunzipSync, unzipSync } from 'fflate';
import { basename } from 'pathe';
import { type Message, message } from '../../platform/index.ts';

/** Archives of more bytes are not opened. */
const maximumArchive = 256 * 1024 * 1024;
/** Nothing is unpacked above this many bytes, whatever it claims to be. */
const maximumUnpacked = 8 * 1024 * 1024;
const maximumNames = 200_000;

/** The files in an archive with the bytes that each claims to have, or why it can't be read. */
export type ArchiveNames =
  | { readonly names: ReadonlyMap<string, number>; readonly problem?: undefined }
  | { readonly names?: undefined; readonly problem: Message };

/** The files in a zip archive by their paths, folders left out; the reason where they can't be told. */
export async function listArchive(
  path: string,
  size: number,
  open: () => Promise<Uint8Array | undefined>,
): Promise<ArchiveNames> {
  const file = basename(path);
  const megabytes = maximumArchive / 1024 / 1024;
  if (size > maximumArchive)
    return { problem: message('evidence.archive.too-large', { file, limit: megabytes }) };
  const bytes = await open();
  if (bytes === undefined) return { problem: message('evidence.archive.unreadable', { file }) };
  const names = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (names.size < maximumNames && !name.endsWith('/')) names.set(name, originalSize);
        return false;
      },
    });
  } catch {
    return { problem: message('evidence.archive.no-zip', { file }) };
  }
  return { names };
}

/** One file of an archive; `undefined` when it is damaged, or larger than a source can be. */
export function readEntry(bytes: Uint8Array, inside: string): Uint8Array | undefined {
  try {
    // What is unpacked goes into as much memory as the archive claims, and into no more.
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === inside && originalSize <= maximumUnpacked,
    })[inside];
  } catch {
    return undefined;
  }
}

/** A gzip file's content; `undefined` when it is none, is damaged, or would be too large. */
export function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes.length < 18) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  if (size > maximumUnpacked) return undefined;
  try {
    return gunzipSync(bytes, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}
