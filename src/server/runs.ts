import { type CancellationToken, type Connection, ResponseError } from 'vscode-languageserver/node';
import type * as z from 'zod';
import type { Renderer } from '../node/catalogue.ts';
import {
  type RunProgress,
  resumeParamsSchema,
  runPreviewMethod,
  runProgressMethod,
  runResumeMethod,
  runSelectionSchema,
  runStartMethod,
  runSurveyMethod,
  startParamsSchema,
  surveyParamsSchema,
} from '../protocol/runs.ts';
import { cancellableAnswer } from './cancellable-answer.ts';
import { previewSelection, surveyQuestions } from './run-questions.ts';
import type { ServerContext } from './server-context.ts';
import { resumeRun, startRun } from './started-run.ts';

/** Benchmark runs: what could be asked, and running it. `dist` is the folder of the bundles. */
export function registerRuns(context: ServerContext, dist: string): void {
  const { connection, render, folders, models } = context;
  const answer = answering(connection, render);
  const running = (id: string, signal: AbortSignal) => ({
    models,
    render,
    dist,
    signal,
    tell: (progress: Omit<RunProgress, 'id'>) => {
      const told: RunProgress = { id, ...progress };
      void connection.sendNotification(runProgressMethod, told);
    },
  });
  answer(runSurveyMethod, surveyParamsSchema, async ({ questions }, signal) =>
    surveyQuestions(questions, { dist, render, folders: await folders(), signal }),
  );
  answer(runPreviewMethod, runSelectionSchema, async (selection) => previewSelection(selection, dist));
  answer(runStartMethod, startParamsSchema, (params, signal) => startRun(params, running(params.id, signal)));
  answer(runResumeMethod, resumeParamsSchema, (params, signal) =>
    resumeRun(params, running(params.id, signal)),
  );
}

/** Answers requests whose parameters fit a schema; others are refused, as a broken client's. */
function answering(connection: Connection, render: Renderer) {
  return <Params>(
    method: string,
    schema: z.ZodType<Params>,
    work: (params: Params, signal: AbortSignal) => Promise<unknown>,
  ) => {
    connection.onRequest(method, (received: unknown, token: CancellationToken) => {
      const { data, error } = schema.safeParse(received);
      if (data === undefined) return new ResponseError(-32602, String(error));
      return cancellableAnswer(token, render, (signal) => work(data, signal));
    });
  };
}
