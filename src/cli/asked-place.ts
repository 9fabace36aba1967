import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { FactprobeError, message } from '../core/platform/index.ts';
import { isAskable, languageOfFile } from '../core/source/index.ts';
import { toPortablePath } from '../node/file-system.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';

/**
 * The place that `FILE:LINE[:COLUMN]` names, one-based there and zero-based here. Throws a `FactprobeError` when it
 * is written otherwise, or when there is no such source.
 */
export function readPlace(text: string): PlaceOfJob {
  const [, file, line, column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/.exec(text) ?? [];
  const isPlace = file !== undefined && Number(line) >= 1 && (column === undefined || Number(column) >= 1);
  if (!isPlace) throw new FactprobeError(message('cli.bad-place', { place: text }));
  const path = toPortablePath(resolve(file));
  const language = languageOfFile(path);
  if (language === undefined || !isAskable(language))
    throw new FactprobeError(message('cli.place-language', { path: file }));
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new FactprobeError(message('cli.no-such-path', { path: file }));
  }
  const character = column === undefined ? null : Number(column) - 1;
  return { path, languageId: language.id, text: null, line: Number(line) - 1, character };
}
