import { hash } from 'node:crypto';
import type { Sha256 } from '../core/platform/index.ts';

/** SHA-256 by Node. */
export const sha256: Sha256 = (input) => hash('sha256', input);
