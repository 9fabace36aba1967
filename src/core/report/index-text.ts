import type { IndexStatus } from '../evidence/index.ts';
import { type Message, message } from '../platform/index.ts';
import type { TextOptions } from './text-style.ts';

/** How the index stands for a folder. */
export interface IndexReport {
  readonly state: IndexStatus & {
    /** Packages that the folder sees, added folders of documentation included. */
    readonly sources: number;
    /** Those of them that have to be read yet. */
    readonly stale: number;
    readonly missing: readonly string[];
  };
  /** How many were read just now; absent where nothing was to be read. */
  readonly read?: number;
}

/** The state of the index in sentences, the one about the folder first. */
export function indexSentences({ state, read }: IndexReport): readonly [Message, ...Message[]] {
  const { sources, stale, facts, passages, packages, bytes, path, missing } = state;
  const head =
    read === undefined
      ? message('index.status', { sources, fresh: sources - stale, stale })
      : message('index.built', { sources, read });
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  const place =
    path === null
      ? message('index.in-memory')
      : message('index.holds', { facts, passages, packages, megabytes, path });
  return [head, place, ...missing.map((folder) => message('index.folder-missing', { folder }))];
}

/** The state of the index for a terminal. */
export function indexText(
  report: IndexReport,
  { render, style }: Pick<TextOptions, 'render' | 'style'>,
): string {
  const [head, ...rest] = indexSentences(report);
  return `${[style.strong(render(head)), ...rest.map((one) => render(one))].join('\n')}\n`;
}
