export { type CacheStore, createMemoryCacheStore } from './cache-store.ts';
export {
  type Cancellation,
  type CancellationSignal,
  CancelledError,
  neverCancelled,
  throwIfCancelled,
} from './cancellation.ts';
export type { Clock } from './clock.ts';
export { FactprobeError } from './factprobe-error.ts';
export type { FileFacts, FileKind, FileSystem, FolderEntry } from './file-system.ts';
export type { Sha256 } from './hash.ts';
export type { IsolatedOutcome, IsolatedRequest, RunIsolated } from './isolated-process.ts';
export { escapeMarkdown } from './markdown-text.ts';
export { type Message, type MessageId, message, messageSchema } from './message.ts';
export type { ProcessOutcome, RunProcess } from './process.ts';
export { RememberedValues } from './remembered-values.ts';
export type { DecodeUtf8 } from './text-decoding.ts';
export { TransferError, type TransferFailure } from './transfer-error.ts';
