import { retry } from 'steady-retry';

/** Where log pages are sent. */
export interface Target {
  readonly url: string;
  readonly token?: string;
}

const CHUNK_SIZE = 64 * 1024;

/**
 * Sends a page in pieces; a piece that fails is sent again.
 *
 * @param target Where the page goes.
 * @param page What is sent.
 * @param [attempts=3] How often a piece is tried.
 * @param [chunkSize=65536] Bytes in a piece.
 * @returns {Promise<number>} How many pieces were sent.
 */
export async function upload(target: Target, page: Uint8Array, attempts = 5, chunkSize = CHUNK_SIZE) {
  let pieces = 0;
  for (let at = 0; at < page.length; at += chunkSize) {
    const piece = page.slice(at, at + chunkSize);
    await retry(() => fetch(target.url, { method: 'PUT', body: piece }), { attempts });
    pieces += 1;
  }
  return pieces;
}

/**
 * Formats a draught for the log.
 *
 * @param {number} metres The draught.
 * @param {string} [unit='ft'] The unit behind the number.
 * @returns {string} For example `4.2 m`.
 */
export function formatDraught(metres: number, unit = 'm'): string {
  return `${metres.toFixed(1)} ${unit}`;
}
