import * as z from 'zod';
import { baseUrlOf } from '../../core/model/index.ts';
import { FactprobeError, type Message, message } from '../../core/platform/index.ts';

/** An endpoint of the user's settings. */
export interface ConfiguredEndpoint {
  /** Base URL; what tells one endpoint from another. */
  readonly url: string;
  /** Absent when the server's only model is meant. */
  readonly model?: string;
  /** What the user calls it. */
  readonly name?: string;
}

export interface EndpointSettings {
  readonly endpoints: readonly ConfiguredEndpoint[];
  /** What the setting says: a URL or a name; absent when it is empty. */
  readonly active?: string;
  /** What could not be read and counts as absent. */
  readonly slips: readonly Message[];
}

const text = z.string().trim().min(1);
const entrySchema = z.object({ url: text, model: text.exactOptional(), name: text.exactOptional() });

/** The settings as they stand in the user's file, slips included: these are left out, each with a sentence. */
export function parseEndpointSettings(endpoints: unknown, active: unknown): EndpointSettings {
  const slips: Message[] = [];
  const kept: ConfiguredEndpoint[] = [];
  const list = z.array(z.unknown()).safeParse(endpoints ?? []);
  if (!list.success) slips.push(message('endpoint.no-list'));
  for (const [index, entry] of (list.data ?? []).entries()) {
    const parsed = parseEntry(entry);
    const number = index + 1;
    if (parsed === undefined) slips.push(message('endpoint.bad-entry', { number }));
    else if (kept.some(({ url }) => url === parsed.url)) slips.push(message('endpoint.twice', { number }));
    else kept.push(parsed);
  }
  const chosen = z
    .string()
    .trim()
    .safeParse(active ?? '');
  if (!chosen.success) slips.push(message('endpoint.bad-active'));
  return { endpoints: kept, slips, ...(chosen.data ? { active: chosen.data } : {}) };
}

function parseEntry(entry: unknown): ConfiguredEndpoint | undefined {
  const { data } = entrySchema.safeParse(entry);
  if (data === undefined) return undefined;
  const url = urlOf(data.url);
  return url === undefined ? undefined : { ...data, url };
}

function urlOf(typed: string): string | undefined {
  try {
    return checkedBaseUrl(typed);
  } catch (error) {
    if (error instanceof FactprobeError) return undefined;
    throw error;
  }
}

/** The base URL for what was typed; throws a `FactprobeError` where no request could go. */
export function checkedBaseUrl(typed: string): string {
  const url = baseUrlOf(typed);
  if (!URL.canParse(url)) throw new FactprobeError(message('model.bad-url', { url: typed.trim() }));
  return url;
}

/**
 * The endpoint of that URL or name. Throws a `FactprobeError` when there is none: no other one is taken in its place.
 */
export function findEndpoint({ endpoints }: EndpointSettings, wanted: string): ConfiguredEndpoint {
  const url = urlOf(wanted);
  const found = endpoints.find((one) => one.name === wanted) ?? endpoints.find((one) => one.url === url);
  if (found === undefined) throw new FactprobeError(message('endpoint.unknown', { endpoint: wanted }));
  return found;
}

/** The endpoint in use: the active one, else the only one. Throws a `FactprobeError` that names the remedy. */
export function activeEndpoint(settings: EndpointSettings): ConfiguredEndpoint {
  if (settings.active !== undefined) return findEndpoint(settings, settings.active);
  const [only, ...others] = settings.endpoints;
  if (only === undefined) throw new FactprobeError(message('endpoint.none'));
  if (others.length > 0) throw new FactprobeError(message('endpoint.none-active'));
  return only;
}

/**
 * The setting with an endpoint added, or changed where it is there: its name stays, and so does what else stands in
 * the setting, slips included.
 */
export function withEndpoint(setting: unknown, endpoint: ConfiguredEndpoint): readonly unknown[] {
  const entries = z.array(z.unknown()).safeParse(setting).data ?? [];
  const index = entries.findIndex((entry) => parseEntry(entry)?.url === endpoint.url);
  return index < 0
    ? [...entries, endpoint]
    : entries.with(index, { ...parseEntry(entries[index]), ...endpoint });
}
