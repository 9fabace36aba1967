export { type Evidence, evidenceSchema } from './evidence.ts';
