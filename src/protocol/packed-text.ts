import * as z from 'zod';

/**
 * Client to server: the text of a file that is packed, or lies inside an archive: `a-sources.jar!/org/A.java`,
 * `strlen.3.gz`. Both are named by a file URI.
 */
export const packedTextMethod = 'factprobe/packedText';

export const packedTextParamsSchema = z.object({ uri: z.string() });

/** The text; `null` where there is none, or where the place is not a packed one. */
export interface PackedText {
  readonly text: string | null;
}

/** Whether an editor can't open a place by itself. */
export function isPacked(path: string): boolean {
  return /\.(?:jar|zip|nupkg)!\/./i.test(path) || /\.gz$/i.test(path);
}
