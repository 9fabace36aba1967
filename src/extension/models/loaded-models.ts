import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import type { ModelAnswers } from './model-answers.ts';

/** What asks models for the server, made with the first request: the model's client would slow down every activation. */
export function loadedModels(tools: EndpointTools): () => Promise<ModelAnswers> {
  let loaded: Promise<ModelAnswers> | undefined;
  return () => {
    loaded ??= load(tools);
    return loaded;
  };
}

async function load(tools: EndpointTools): Promise<ModelAnswers> {
  const { createEndpoints, createModelAnswers } = await import('./model-work.ts');
  return createModelAnswers({ endpoints: createEndpoints(tools), log: (line) => tools.log.info(line) });
}
