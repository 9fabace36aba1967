import { PlainError } from '../host/plain-error.ts';

/** The model can't be had on this machine: nothing here is broken, and what needs the model may be left out. */
export class UnavailableError extends PlainError {}
