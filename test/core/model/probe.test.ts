import { describe, expect, it } from 'vitest';
import {
  chooseModel,
  createModelServer,
  type ProbedModel,
  probeModel,
} from '../../../src/core/model/index.ts';
import { createGuardedFetch } from '../../../src/node/guarded-fetch.ts';
import {
  type Completion,
  chunkOf,
  sendError,
  startModelEndpoint,
  streamText,
} from '../../support/model-endpoint.ts';

async function probe(completion: Completion): Promise<ProbedModel> {
  await using endpoint = await startModelEndpoint({ completion });
  const server = createModelServer({
    endpoint: { baseUrl: `${endpoint.url}/v1` },
    fetch: createGuardedFetch({ seconds: 5, silentSeconds: 5, bytes: 100_000 }),
    clock: () => performance.now(),
  });
  const { signal } = new AbortController();
  const [served] = await server.listModels(signal);
  if (served === undefined) throw new Error('no model');
  return await probeModel(server, served, signal);
}

/** Does everything that can be asked of a server. */
const able: Completion = (response, body) => {
  if (body.model !== 'tiny') return sendError(response, 404, `The model ${body.model} does not exist.`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const structured = body.structured_outputs as { readonly choice: readonly string[] } | undefined;
  const format = body.response_format as
    | { readonly json_schema: { readonly schema: { readonly properties: object } } }
    | undefined;
  const [entry] = Object.entries(format?.json_schema.schema.properties ?? {});
  const text =
    entry === undefined ? (structured?.choice[1] ?? 'one, two') : `{"${entry[0]}": "${entry[1].enum[0]}"}`;
  response.write(chunkOf({ reasoning: 'Hm.' }));
  const logprobs = body.logprobs === true ? { content: [{ token: text, logprob: -0.1 }] } : null;
  const choices = [{ index: 0, delta: { content: text }, finish_reason: null, logprobs }];
  response.write(`data: ${JSON.stringify({ choices })}\n\n`);
  response.write(chunkOf({ content: ' ' }) + chunkOf({ content: '' }, 'stop'));
  const usage = { prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 };
  response.end(`data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
};

describe('a probe', () => {
  it('notes what a server was seen to do', async () => {
    expect((await probe(able)).capabilities).toEqual({
      streaming: false,
      jsonSchema: true,
      choice: true,
      logprobs: true,
      usage: true,
      thinking: true,
      refusesUnknownModel: true,
    });
  });

  it('believes no server that ignores what it is asked', async () => {
    const { capabilities } = await probe((response) => streamText(response, 'Hello', ' there', ' friend'));
    expect(Object.entries(capabilities).filter(([, can]) => can)).toEqual([['streaming', true]]);
  });

  it('takes a form that is refused for one that is not there', async () => {
    const { capabilities } = await probe((response, body) =>
      body.response_format !== undefined ||
      body.structured_outputs !== undefined ||
      body.logprobs !== undefined
        ? sendError(response, 400, 'not supported')
        : streamText(response, 'one,', ' two'),
    );
    expect(capabilities).toMatchObject({
      streaming: true,
      jsonSchema: false,
      choice: false,
      logprobs: false,
    });
  });

  it('fails where the model answers nothing', async () => {
    await expect(probe((response) => sendError(response, 500, 'no memory'))).rejects.toMatchObject({
      failure: 'server',
    });
  });
});

describe('the choice of a model', () => {
  const [one, two] = [{ id: 'one' }, { id: 'two' }];

  it('takes the only one, or the one that is named', () => {
    expect(chooseModel([one], undefined)).toEqual({ model: one });
    expect(chooseModel([one, two], 'two')).toEqual({ model: two });
  });

  it('asks to choose among several, and names what there is', () => {
    expect(chooseModel([one, two], undefined)).toEqual({
      problem: { id: 'model.several-served', values: { list: 'one, two' } },
    });
    expect(chooseModel([one], 'two')).toEqual({
      problem: { id: 'model.not-served', values: { name: 'two', list: 'one' } },
    });
    expect(chooseModel([], undefined)).toEqual({ problem: { id: 'model.none-served' } });
  });
});
