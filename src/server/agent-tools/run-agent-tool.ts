import * as z from 'zod';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { type AgentToolResult, agentToolNames } from '../../protocol/agent-tools.ts';
import type { AgentTool, AgentToolContext } from './agent-tool.ts';
import { askApiFact } from './ask-api-fact.ts';
import { checkComments } from './check-comments.ts';
import { verifyClaim } from './verify-claim.ts';

/** A tool as a client hears of it. */
export type DescribedTool = Pick<AgentTool, 'name' | 'title' | 'description'> & {
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly outputSchema: Readonly<Record<string, unknown>>;
};

interface BoundTool {
  readonly described: DescribedTool;
  readonly call: (input: unknown, context: AgentToolContext) => Promise<AgentToolResult>;
}

/** The tools, the registry. */
const tools: readonly BoundTool[] = [bound(askApiFact), bound(verifyClaim), bound(checkComments)];

/** What the tools are called, what they take, and what they give. */
export const describedTools: readonly DescribedTool[] = tools.map(({ described }) => described);

/**
 * Calls a tool. What an agent got wrong, and what can't be done, is a result without data whose text says so. Throws a
 * `CancelledError` when cancelled.
 */
export async function runAgentTool(
  name: string,
  input: unknown,
  context: AgentToolContext,
): Promise<AgentToolResult> {
  try {
    const tool = tools.find(({ described }) => described.name === name);
    if (tool === undefined) {
      throw new FactprobeError(
        message('agent.unknown-tool', { tool: name.slice(0, 100), tools: agentToolNames.join(', ') }),
      );
    }
    return await tool.call(input ?? {}, context);
  } catch (error) {
    if (!(error instanceof FactprobeError)) throw error;
    return { text: context.render(error.text), data: null };
  }
}

function bound<Input>(tool: AgentTool<Input>): BoundTool {
  const { name, title, description, inputSchema, outputSchema } = tool;
  return {
    described: {
      name,
      title,
      description,
      inputSchema: z.toJSONSchema(inputSchema, { target: 'draft-7' }),
      outputSchema: z.toJSONSchema(outputSchema, { target: 'draft-7' }),
    },
    call: (input, context) => {
      const parsed = inputSchema.safeParse(input);
      if (parsed.success) return tool.run(parsed.data, context);
      const problem = parsed.error.issues
        .map(({ path, message: said }) => (path.length === 0 ? said : `${path.join('.')}: ${said}`))
        .join('; ');
      throw new FactprobeError(message('agent.bad-arguments', { tool: name, problem }));
    },
  };
}
