import type { CancellationToken } from 'vscode-languageserver/node';
import type { WorkerPool } from '../node/worker-pool.ts';
import {
  type RunExamplesResult,
  runExamplesMethod,
  runExamplesParamsSchema,
} from '../protocol/run-examples.ts';
import { cancellableAnswer } from './cancellable-answer.ts';
import { publish } from './diagnostics.ts';
import type { ServerContext } from './server-context.ts';

/** Runs the examples of a document when the client asks for it; `examples` are threads of their own, since that takes long. */
export function registerRunExamples(context: ServerContext, examples: WorkerPool): void {
  const { connection, render } = context;
  connection.onRequest<RunExamplesResult, void>(
    runExamplesMethod,
    (given: unknown, token: CancellationToken) =>
      cancellableAnswer(token, render, (signal) =>
        runExamplesOf(runExamplesParamsSchema.parse(given).uri, context, { pool: examples, signal }),
      ),
  );
}

async function runExamplesOf(
  uri: string,
  context: ServerContext,
  running: { readonly pool: WorkerPool; readonly signal: AbortSignal },
): Promise<RunExamplesResult> {
  const document = context.documents.get(uri);
  const checked = document && (await context.checked.withExamples(document, running));
  if (document === undefined || checked === undefined) return { contradicted: 0, claims: 0, undecided: 0 };
  await publish(document, context);
  const claims = checked.findings.filter(({ kind }) => kind === 'example');
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  return { contradicted: count('contradicted'), claims: claims.length, undecided: count('unverified') };
}
