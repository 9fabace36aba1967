import type { TestProject } from 'vitest/node';
import { startModelServer } from '../../../scripts/model/start-model-server.ts';
import { UnavailableError } from '../../../scripts/model/unavailable-error.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the model is served; empty where this machine can't have it. */
    readonly servedModel: string;
  }
}

// A small model repeats itself until it is stopped, most of all in Chinese.
const longestReply = 64;

/** Serves the model for all tests of a run; where this machine can't have it, they are skipped and the reason is said. */
export default async function serveModel(project: TestProject): Promise<() => Promise<void>> {
  try {
    const server = await startModelServer({ longestReply });
    project.provide('servedModel', server.url);
    console.log(`The model is served at ${server.url} by process ${server.pid}; its log is ${server.log}`);
    return server.stop;
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    console.log(`Tests with a served model are skipped. ${error.message}`);
    project.provide('servedModel', '');
    return async () => undefined;
  }
}
