/** What works with the client of models: loaded together when the first of it is needed, since that client is large. */
export { resumeRun } from '../benchmark/resume-run.ts';
export { runBenchmark } from '../benchmark/run-benchmark.ts';
export { addEndpoint } from '../endpoints/add-endpoint.ts';
export { createEndpoints } from '../endpoints/endpoints.ts';
export { selectModel } from '../endpoints/select-model.ts';
export { testConnection } from '../endpoints/test-connection.ts';
export { createModelAnswers } from './model-answers.ts';
