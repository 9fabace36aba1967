import { FactprobeError, message } from '../platform/index.ts';

/** A server that speaks the OpenAI-compatible protocol. */
export interface Endpoint {
  /** Where its requests begin, without a slash at the end: `http://localhost:8000/v1`. */
  readonly baseUrl: string;
  /** Absent for a server that asks for none. */
  readonly apiKey?: string;
}

const form = /^(https?):\/\/([^\s/?#@]+)(\/[^\s?#]*)?$/i;

/**
 * The base URL for what a person typed, with or without `/v1`, with or without the scheme. Throws a
 * `FactprobeError` that says what a URL looks like; a name or password inside it is refused, since it would be
 * shown and kept.
 */
export function baseUrlOf(typed: string): string {
  const text = typed.trim();
  const match = form.exec(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (match === null)
    throw new FactprobeError(message('model.bad-url', { url: text.replace(/\/\/[^@/]*@/, '//…@') }));
  const [, scheme = 'http', host = '', path = ''] = match;
  const trimmed = path.replace(/\/+$/, '').replace(/\/(?:chat\/)?(?:completions|models)$/, '');
  const versioned = /\/v\d+(?:\/|$)/.test(trimmed) ? trimmed : `${trimmed}/v1`;
  return `${scheme.toLowerCase()}://${host}${versioned}`;
}

/**
 * The key for what a person gave, without the space around it; empty when they gave none. Throws a `FactprobeError`
 * for what no header can hold; it never repeats the key, as the error of a header would.
 */
export function checkedKey(given: string): string {
  const key = given.trim();
  if (/[^\x21-\x7e]/.test(key)) throw new FactprobeError(message('model.bad-key'));
  return key;
}
