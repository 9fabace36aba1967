import { dirname } from 'pathe';
import type * as z from 'zod';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { languageOfFile } from '../../core/source/index.ts';
import { verifiedClaimSchema, verifyClaimSchema } from '../../protocol/agent-tools.ts';
import type { ClaimedSource } from '../../protocol/worker.ts';
import { agentEvidence, evidenceText } from './agent-evidence.ts';
import type { AgentTool } from './agent-tool.ts';
import { type AgentWorkspace, pathInWorkspace } from './agent-workspace.ts';

/** Holds one sentence against the code of the workspace, or against an installed library. */
export const verifyClaim: AgentTool<z.infer<typeof verifyClaimSchema>> = {
  name: 'verify_claim',
  title: 'Verify a claim about code',
  description:
    'Tells whether a sentence about code is supported, contradicted or unverified, by rules that read the code under it or the installed declarations of a library, with the quoted evidence. Use it before writing a comment, a docstring or an explanation; unverified means that nothing decides it, not that it is false.',
  inputSchema: verifyClaimSchema,
  outputSchema: verifiedClaimSchema,
  async run({ claim, file, line }, { pool, render, workspace, signal }) {
    const source = file === undefined ? null : await sourceOf(file, line, workspace);
    const from = source === null ? workspace.folders : [dirname(source.path), ...workspace.folders];
    const verified = await pool.run({ type: 'verify-claim', claim, source, from }, { key: 'ask', signal });
    const evidence = agentEvidence(verified.evidence, workspace);
    const data: z.infer<typeof verifiedClaimSchema> = {
      version: 1,
      claim: verified.claim,
      verdict: verified.verdict,
      confidence: verified.confidence,
      reason: render(verified.reason),
      decidedBy: verified.decidedBy,
      evidence,
    };
    const head = `${render(message(`verdict.${verified.verdict}`))}: ${data.reason}`;
    return { text: [head, evidenceText(evidence)].filter((part) => part !== '').join('\n\n'), data };
  },
};

async function sourceOf(
  file: string,
  line: number | undefined,
  workspace: AgentWorkspace,
): Promise<ClaimedSource> {
  const path = await pathInWorkspace(file, workspace);
  const language = languageOfFile(path);
  if (language === undefined) throw new FactprobeError(message('agent.not-scanned', { path: file }));
  return {
    path,
    languageId: language.id,
    text: workspace.textOf(path),
    line: line === undefined ? null : line - 1,
  };
}
