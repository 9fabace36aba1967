import { createModelServer, type Endpoint, type ModelServer } from '../../core/model/index.ts';
import { createGuardedFetch } from '../../node/guarded-fetch.ts';

const bytes = 8 * 1024 * 1024;

/**
 * The server of an endpoint, over the editor's own `fetch`, which knows its proxy and certificates. A request may take
 * so many seconds, silence included; without them 120, of which 60 in silence.
 */
export function connect(endpoint: Endpoint, seconds?: number): ModelServer {
  const limits = { seconds: seconds ?? 120, silentSeconds: seconds ?? 60, bytes };
  return createModelServer({
    endpoint,
    fetch: createGuardedFetch(limits),
    clock: () => performance.now(),
  });
}
