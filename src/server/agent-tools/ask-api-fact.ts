import { dirname } from 'pathe';
import type * as z from 'zod';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { isAskable, languageOfFile } from '../../core/source/index.ts';
import { askApiFactSchema, askedFactSchema } from '../../protocol/agent-tools.ts';
import type { PlaceOfJob } from '../../protocol/worker.ts';
import { agentEvidence, evidenceText } from './agent-evidence.ts';
import type { AgentTool } from './agent-tool.ts';
import { type AgentWorkspace, pathInWorkspace } from './agent-workspace.ts';

/** Answers an API question from what is installed; no model and no network has a part in it. */
export const askApiFact: AgentTool<z.infer<typeof askApiFactSchema>> = {
  name: 'ask_api_fact',
  title: 'Ask for an API fact',
  description:
    'Answers a question about an API from the declarations of the packages that the workspace has installed, at exactly those versions, with the quoted place that proves it. Declines with the reason instead of guessing. Use it before writing a call, a default or a type of a library from memory.',
  inputSchema: askApiFactSchema,
  outputSchema: askedFactSchema,
  async run({ question, at: asked }, { pool, render, workspace, signal }) {
    const at = asked === undefined ? null : await placeOf(asked, workspace);
    const from = at === null ? workspace.folders : [dirname(at.path), ...workspace.folders];
    const answer = await pool.run({ type: 'ask', question, at, from }, { key: 'ask', signal });
    const evidence = agentEvidence(answer.evidence, workspace);
    const data: z.infer<typeof askedFactSchema> = {
      version: 1,
      question,
      answer: answer.answer === null ? null : render(answer.answer),
      attempted: answer.attempted,
      confidence: answer.confidence,
      reason: answer.reason === null ? null : render(answer.reason),
      decidedBy: answer.decidedBy,
      evidence,
    };
    const text = [data.answer ?? data.reason ?? '', evidenceText(evidence)].filter((part) => part !== '');
    return { text: text.join('\n\n'), data };
  },
};

async function placeOf(asked: string, workspace: AgentWorkspace): Promise<PlaceOfJob> {
  const [, file, line, column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/.exec(asked) ?? [];
  const isPlace = file !== undefined && Number(line) >= 1 && (column === undefined || Number(column) >= 1);
  if (!isPlace) throw new FactprobeError(message('cli.bad-place', { place: asked }));
  const path = await pathInWorkspace(file, workspace);
  const language = languageOfFile(path);
  if (language === undefined || !isAskable(language)) {
    throw new FactprobeError(message('cli.place-language', { path: file }));
  }
  return {
    path,
    languageId: language.id,
    text: workspace.textOf(path),
    line: Number(line) - 1,
    character: column === undefined ? null : Number(column) - 1,
  };
}
