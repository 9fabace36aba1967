import { Archives } from '../core/evidence/index.ts';
import { decodeUtf8, nodeFileSystem } from '../node/file-system.ts';
import {
  isPacked,
  type PackedText,
  packedTextMethod,
  packedTextParamsSchema,
} from '../protocol/packed-text.ts';
import type { ServerContext } from './server-context.ts';
import { pathOfUri } from './uris.ts';

/** Gives the text of evidence that lies in an archive or is packed, so that the editor can show it. */
export function registerPackedText({ connection }: Pick<ServerContext, 'connection'>): void {
  const { files } = new Archives(nodeFileSystem, decodeUtf8);
  connection.onRequest(packedTextMethod, async (given: unknown): Promise<PackedText> => {
    const path = pathOfUri(packedTextParamsSchema.parse(given).uri);
    return { text: isPacked(path) ? ((await files.readText(path)) ?? null) : null };
  });
}
