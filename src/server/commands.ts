import { type CheckDocumentResult, checkDocumentMethod, clearCacheMethod } from '../protocol/ask.ts';
import { publish } from './diagnostics.ts';
import { withPlainFailure } from './plain-failure.ts';
import type { ServerContext } from './server-context.ts';

/** Requests behind the editor's commands. */
export function registerCommands(context: ServerContext): void {
  const { connection, documents, checked, pool, render } = context;
  connection.onRequest(clearCacheMethod, () =>
    withPlainFailure(render, async () => {
      await pool.runEverywhere({ type: 'clear-cache' });
      for (const document of documents.all()) checked.forget(document);
      return null;
    }),
  );
  connection.onRequest(
    checkDocumentMethod,
    async ({ uri }: { readonly uri: string }): Promise<CheckDocumentResult> => {
      const document = documents.get(uri);
      if (document === undefined) return { contradicted: 0, claims: 0, skipped: null };
      const findings = await publish(document, context);
      const result = await checked.current(document);
      const skipped = result?.skipped === undefined ? null : render(result.skipped);
      return { contradicted: findings.length, claims: result?.findings.length ?? 0, skipped };
    },
  );
}
