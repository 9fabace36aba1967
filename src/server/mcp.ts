import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import manifest from '../../package.json' with { type: 'json' };
import { createRenderer, localeOfEnvironment } from '../node/catalogue.ts';
import { createEngine } from '../node/engine.ts';
import { toPortablePath } from '../node/file-system.ts';
import { describedTools, runAgentTool } from './agent-tools/run-agent-tool.ts';

// The server for agents: the Model Context Protocol over standard input and output. The working directory is the
// workspace, and nothing but installed packages is read outside of it. It writes nothing, and asks no network.
const render = createRenderer(localeOfEnvironment(process.env));
const folders = [toPortablePath(process.cwd())];
const pool = createEngine({
  confinedTo: folders,
  dist: import.meta.dirname,
  // Nobody waits in front of an editor, and a machine that an agent works on is busy.
  deadlineSeconds: 60,
  onNotice: (text) => process.stderr.write(`${render(text)}\n`),
});
const workspace = { folders, textOf: () => null };

const server = new Server(
  { name: 'factprobe', title: manifest.displayName, version: manifest.version },
  { capabilities: { tools: {} } },
);

server.setRequestHandler(ListToolsRequestSchema, () => ({
  tools: describedTools.map(({ name, title, description, inputSchema, outputSchema }) => ({
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' as const },
    outputSchema: { ...outputSchema, type: 'object' as const },
    annotations: {
      title,
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  })),
}));

server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
  const result = await runAgentTool(params.name, params.arguments, { pool, render, workspace, signal });
  const content = [{ type: 'text' as const, text: result.text }];
  return result.data === null
    ? { content, isError: true }
    : { content, structuredContent: { ...result.data } };
});

const stop = async () => {
  await server.close();
  await pool.dispose();
};
// A client ends its server by closing its input.
process.stdin.once('end', stop);
process.stdin.once('close', stop);
void server.connect(new StdioServerTransport());
