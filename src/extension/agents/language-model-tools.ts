import * as vscode from 'vscode';
import * as z from 'zod';
import { type Message, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type AgentToolName, agentToolNames } from '../../protocol/agent-tools.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { callAgentTool } from './call-agent-tool.ts';

export interface AgentOptions {
  readonly server: ServerConnection;
  readonly render: Renderer;
}

/** The tools for the editor's own agents, by their names. */
export function createLanguageModelTools(
  options: AgentOptions,
): ReadonlyMap<string, vscode.LanguageModelTool<unknown>> {
  return new Map(agentToolNames.map((name) => [name, languageModelTool(name, options)]));
}

function languageModelTool(
  tool: AgentToolName,
  { server, render }: AgentOptions,
): vscode.LanguageModelTool<unknown> {
  return {
    prepareInvocation: ({ input }) => {
      const about = subjectOf(tool, input);
      const doing = messages[tool];
      return {
        invocationMessage: render(doing.doing(about)),
        confirmationMessages: { title: render(doing.title), message: render(doing.asking(about)) },
      };
    },
    invoke: async ({ input }, token) => {
      const { text, data } = await callAgentTool(server, { tool, input }, token);
      // An error of the tool is what a model reads best: it can mend its arguments.
      if (data === null) throw new Error(text);
      return new vscode.LanguageModelToolResult([
        new vscode.LanguageModelTextPart(text),
        new vscode.LanguageModelTextPart(JSON.stringify(data)),
      ]);
    },
  };
}

const messages: Readonly<
  Record<
    AgentToolName,
    {
      readonly title: Message;
      readonly doing: (about: string) => Message;
      readonly asking: (about: string) => Message;
    }
  >
> = {
  ask_api_fact: {
    title: message('agent.ask-title'),
    doing: (about) => message('agent.ask-doing', { about }),
    asking: (about) => message('agent.ask-asking', { about }),
  },
  verify_claim: {
    title: message('agent.verify-title'),
    doing: (about) => message('agent.verify-doing', { about }),
    asking: (about) => message('agent.verify-asking', { about }),
  },
  check_comments: {
    title: message('agent.check-title'),
    doing: (about) => message('agent.check-doing', { about }),
    asking: (about) => message('agent.check-asking', { about }),
  },
};

const subjectSchema = z
  .object({
    question: z.string().catch(''),
    claim: z.string().catch(''),
    paths: z.array(z.string()).catch([]),
  })
  .catch({ question: '', claim: '', paths: [] });

/** What a call is about, for a person; what a model gave is shown as it is, cut where it is long. */
function subjectOf(tool: AgentToolName, input: unknown): string {
  const { question, claim, paths } = subjectSchema.parse(input);
  const named = { ask_api_fact: question, verify_claim: claim, check_comments: paths.join(', ') || 'none' }[
    tool
  ];
  const line = named.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
