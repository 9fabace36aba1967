export type { Evidence } from './evidence.ts';
