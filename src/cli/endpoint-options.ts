import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { baseUrlOf, createModelServer, type Endpoint, type ModelServer } from '../core/model/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { createGuardedFetch } from '../node/guarded-fetch.ts';

/** The flags that name an endpoint; files of the workspace never do. */
export interface EndpointOptions {
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly apiKeyFile?: string;
  readonly timeout?: string;
}

/** Adds the flags to a command. */
export function withEndpointOptions(command: Command): Command {
  return command
    .option('--base-url <url>', 'the server, with or without /v1 (default: FACTPROBE_BASE_URL)')
    .option(
      '--api-key-env <name>',
      'the environment variable that holds the key (default: FACTPROBE_API_KEY)',
    )
    .option('--api-key-file <file>', 'a file that holds the key')
    .option(
      '--timeout <seconds>',
      'how long one request may take, from its first try to its last byte',
      '120',
    );
}

/**
 * The endpoint that the flags or the environment name, or `undefined` when none does. Throws a `FactprobeError` for
 * a URL that is none, a variable that isn't set and a file that can't be read.
 */
export function endpointOf(options: EndpointOptions): Endpoint | undefined {
  const url = options.baseUrl ?? process.env.FACTPROBE_BASE_URL;
  if (url === undefined || url.trim() === '') return undefined;
  const apiKey = apiKeyOf(options);
  return { baseUrl: baseUrlOf(url), ...(apiKey === undefined ? {} : { apiKey }) };
}

/** The server of an endpoint, within the limits that the flags set. */
export function serverOf(endpoint: Endpoint, options: EndpointOptions): ModelServer {
  const seconds = secondsOf(options);
  const fetch = createGuardedFetch({ seconds, silentSeconds: seconds, bytes: 8 * 1024 * 1024 });
  return createModelServer({ endpoint, fetch, clock: () => performance.now() });
}

/** `--timeout`. Throws a `FactprobeError` for what is no time that a timer can hold. */
export function secondsOf({ timeout = '120' }: EndpointOptions): number {
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 1_000_000)) {
    throw new FactprobeError(message('cli.bad-timeout', { value: timeout }));
  }
  return seconds;
}

function apiKeyOf({ apiKeyEnv, apiKeyFile }: EndpointOptions): string | undefined {
  if (apiKeyFile !== undefined) return keyFromFile(apiKeyFile);
  const key = process.env[apiKeyEnv ?? 'FACTPROBE_API_KEY']?.trim();
  if (apiKeyEnv !== undefined && !key) {
    throw new FactprobeError(message('cli.no-such-variable', { name: apiKeyEnv }));
  }
  return key === '' ? undefined : key;
}

function keyFromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new FactprobeError(message('cli.unreadable-key', { file }), { cause });
  }
}
