import type { Finding } from '../core/claims/index.ts';
import { type FileFindings, findingsMethod, type ShownFinding } from '../protocol/findings.ts';
import type { ServerContext } from './server-context.ts';
import { uriOfPath } from './uris.ts';

/** Tells a client that lists findings what is known of a file now. */
export function tellFindings(
  uri: string,
  findings: readonly Finding[],
  { connection, listsFindings, render }: Pick<ServerContext, 'connection' | 'listsFindings' | 'render'>,
): void {
  if (!listsFindings) return;
  const told: FileFindings = { uri, findings: findings.map((finding) => shown(finding, render)) };
  void connection.sendNotification(findingsMethod, told);
}

function shown(finding: Finding, render: ServerContext['render']): ShownFinding {
  const { range, claim, kind, verdict, severity, proof, fingerprint, message, evidence, fix } = finding;
  return {
    ...{ range, claim, kind, verdict, severity, proof, fingerprint },
    message: render(message),
    evidence: evidence.map((one) => ({ uri: uriOfPath(one.path), range: one.range, quote: one.quote })),
    fix: fix === null ? null : render(fix.title),
  };
}
