import type * as z from 'zod';
import type { Renderer } from '../../node/catalogue.ts';
import type { WorkerPool } from '../../node/worker-pool.ts';
import type { AgentToolName, AgentToolResult } from '../../protocol/agent-tools.ts';
import type { AgentWorkspace } from './agent-workspace.ts';

/** What a tool works with. */
export interface AgentToolContext {
  readonly pool: WorkerPool;
  readonly render: Renderer;
  readonly workspace: AgentWorkspace;
  readonly signal: AbortSignal;
}

/** A tool that only reads. */
export interface AgentTool<Input = never> {
  readonly name: AgentToolName;
  /** For a person who picks tools. */
  readonly title: string;
  /** For the model that decides whether to call it. */
  readonly description: string;
  readonly inputSchema: z.ZodType<Input>;
  readonly outputSchema: z.ZodType;
  /** Throws a `FactprobeError` for what can't be done, a `CancelledError` when cancelled. */
  run(input: Input, context: AgentToolContext): Promise<AgentToolResult>;
}
