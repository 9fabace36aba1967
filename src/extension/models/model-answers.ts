import { chooseModel, ModelError, type ModelServer, probeModel } from '../../core/model/index.ts';
import { CancelledError, FactprobeError, message, throwIfCancelled } from '../../core/platform/index.ts';
import type {
  CompleteParams,
  CompleteResult,
  DescribeParams,
  DescribeResult,
  Unanswered,
} from '../../protocol/model.ts';
import { activeEndpoint, findEndpoint } from '../endpoints/endpoint-settings.ts';
import type { Endpoints } from '../endpoints/endpoints.ts';

/** Asks models for the language server. Keys stay here, and nothing is asked but what the user's settings name. */
export interface ModelAnswers {
  /** What came of a request; `onText` gets the pieces of a reply that streams. Rejects for what nobody expects. */
  complete(params: CompleteParams, options: CompleteOptions): Promise<CompleteResult>;
  /** Which model would be asked. Rejects for what nobody expects. */
  describe(params: DescribeParams, signal: AbortSignal): Promise<DescribeResult>;
}

export interface CompleteOptions {
  readonly signal: AbortSignal;
  readonly onText: (piece: string) => void;
}

export interface ModelAnswersTools {
  readonly endpoints: Pick<Endpoints, 'settings' | 'open'> & {
    readonly keys: Pick<Endpoints['keys'], 'keyOf'>;
  };
  /** Notes where a request went; never what was in it. */
  readonly log: (line: string) => void;
}

export function createModelAnswers({ endpoints, log }: ModelAnswersTools): ModelAnswers {
  const unansweredBy = async (error: unknown, url: string, signal: AbortSignal): Promise<Unanswered> => {
    if (signal.aborted) return { type: 'cancelled' };
    if (error instanceof CancelledError) {
      return { type: 'refused', text: message('model.not-agreed', { host: hostOf(url) }) };
    }
    if (error instanceof ModelError) return failed(error, (await endpoints.keys.keyOf(url)) ?? '');
    if (error instanceof FactprobeError) return { type: 'refused', text: error.text };
    throw error;
  };
  return {
    async complete({ endpoint, model, purpose, streams, seconds, request }, { signal, onText }) {
      let url = endpoint;
      try {
        url = findEndpoint(endpoints.settings(), endpoint).url;
        const server = await endpoints.open(url, purpose, { seconds });
        throwIfCancelled(signal);
        log(`${purpose}: a request to ${model} at ${url}`);
        const reply = await server.model(model).complete({
          ...request,
          signal,
          ...(streams ? { onText } : {}),
        });
        return { type: 'reply', reply };
      } catch (error) {
        return unansweredBy(error, url, signal);
      }
    },
    async describe({ purpose, endpoint, model, probes }, signal) {
      let url = endpoint ?? '';
      try {
        const settings = endpoints.settings();
        const configured = endpoint === null ? activeEndpoint(settings) : findEndpoint(settings, endpoint);
        url = configured.url;
        const server = await endpoints.open(url, purpose);
        throwIfCancelled(signal);
        log(`${purpose}: ${probes ? 'a probe of the model' : 'a request for the models'} at ${url}`);
        const wanted = model ?? configured.model;
        return { type: 'model', model: await described(server, { wanted, probes }, signal) };
      } catch (error) {
        return unansweredBy(error, url, signal);
      }
    },
  };
}

interface Wanted {
  readonly wanted: string | undefined;
  readonly probes: boolean;
}

async function described(server: ModelServer, { wanted, probes }: Wanted, signal: AbortSignal) {
  const models = await server.listModels(signal);
  if (wanted === undefined && models.length > 1) throw new FactprobeError(message('endpoint.no-model'));
  const choice = chooseModel(models, wanted);
  if ('problem' in choice) throw new FactprobeError(choice.problem);
  const { id, contextTokens } = choice.model;
  const named = {
    endpoint: server.baseUrl,
    model: id,
    ...(contextTokens === undefined ? {} : { contextTokens }),
  };
  if (!probes) return named;
  const { capabilities, serverVersion } = await probeModel(server, choice.model, signal);
  return { ...named, capabilities, ...(serverVersion === undefined ? {} : { serverVersion }) };
}

/** A failure as it crosses to the server. Some servers repeat the key that they refuse: it is taken out. */
function failed({ failure, text, retryAfter }: ModelError, key: string): Unanswered {
  const values = Object.entries(text.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' && key !== '' ? value.replaceAll(key, '…') : value,
  ]);
  return {
    type: 'failed',
    failure,
    values: Object.fromEntries(values),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
