import { createHash } from 'node:crypto';
import type { Sha256 } from '../core/platform/index.ts';

/** SHA-256 by Node. */
export const sha256: Sha256 = (input) => createHash('sha256').update(input).digest('hex');
