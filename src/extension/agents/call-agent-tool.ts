import type * as vscode from 'vscode';
import {
  type AgentToolName,
  type AgentToolResult,
  agentToolMethod,
  agentToolResultSchema,
} from '../../protocol/agent-tools.ts';
import type { ServerConnection } from '../server/server-connection.ts';

/** Calls a tool on the open folders. Rejects with a `vscode.CancellationError` when cancelled. */
export async function callAgentTool(
  server: ServerConnection,
  { tool, input }: { readonly tool: AgentToolName; readonly input: unknown },
  token: vscode.CancellationToken,
): Promise<AgentToolResult> {
  return agentToolResultSchema.parse(await server.request<unknown>(agentToolMethod, { tool, input }, token));
}
