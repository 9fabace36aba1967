import type { CancellationToken } from 'vscode-languageserver/node';
import { message } from '../../core/platform/index.ts';
import { type AgentToolResult, agentToolMethod, agentToolParamsSchema } from '../../protocol/agent-tools.ts';
import { cancellableAnswer } from '../cancellable-answer.ts';
import type { ServerContext } from '../server-context.ts';
import { pathOfUri } from '../uris.ts';
import { runAgentTool } from './run-agent-tool.ts';

/** Calls tools for agents of the client, on the open folders and on documents as they are open. */
export function registerAgentTools(context: ServerContext): void {
  const { connection, documents, folders, pool, render } = context;
  connection.onRequest(agentToolMethod, (received: unknown, token: CancellationToken) =>
    cancellableAnswer(token, render, async (signal): Promise<AgentToolResult> => {
      const { tool, input } = agentToolParamsSchema.parse(received);
      const open = await folders();
      if (open.length === 0) return { text: render(message('agent.no-folder')), data: null };
      const textOf = (path: string) =>
        documents
          .all()
          .find(({ uri }) => pathOfUri(uri) === path)
          ?.getText() ?? null;
      return runAgentTool(tool, input, { pool, render, signal, workspace: { folders: open, textOf } });
    }),
  );
}
