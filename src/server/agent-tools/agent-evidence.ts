import type { Evidence } from '../../core/evidence/index.ts';
import type { AgentEvidence } from '../../protocol/agent-tools.ts';
import { type AgentWorkspace, nameInWorkspace } from './agent-workspace.ts';

/** Evidence as tools give it. */
export function agentEvidence(evidence: readonly Evidence[], workspace: AgentWorkspace): AgentEvidence[] {
  return evidence.map(({ path, range, quote, package: owner, version }) => ({
    file: nameInWorkspace(path, workspace),
    range,
    quote,
    package: owner ?? null,
    version: version ?? null,
  }));
}

/** Evidence as lines for a model to read: the place, its package, and the quote under it. */
export function evidenceText(evidence: readonly AgentEvidence[]): string {
  return evidence
    .map(({ file, range, quote, package: owner, version }) => {
      const from = owner === null ? '' : ` (${[owner, version].filter((part) => part !== null).join(' ')})`;
      return `${file}:${range.start.line + 1}${from}\n${quote.replace(/^/gm, '    ')}`;
    })
    .join('\n');
}
