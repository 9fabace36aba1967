import { createModelServer, type Endpoint, type ModelServer } from '../../core/model/index.ts';
import { createGuardedFetch } from '../../node/guarded-fetch.ts';

const limits = { seconds: 120, silentSeconds: 60, bytes: 8 * 1024 * 1024 };

/** The server of an endpoint, over the editor's own `fetch`, which knows its proxy and certificates. */
export function connect(endpoint: Endpoint): ModelServer {
  return createModelServer({
    endpoint,
    fetch: createGuardedFetch(limits),
    clock: () => performance.now(),
  });
}
