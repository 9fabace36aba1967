import { basename } from 'pathe';
import type { Finding } from '../core/claims/index.ts';
import type { Evidence } from '../core/evidence/index.ts';
import { escapeMarkdown, message } from '../core/platform/index.ts';
import type { EvidencePlace } from '../protocol/evidence-place.ts';
import type { ServerContext } from './server-context.ts';
import { uriOfPath } from './uris.ts';

/** A finding as markdown: the verdict word first, one reason, the quoted evidence with its link, the fix. */
export function verdictCard(finding: Finding, languageId: string, context: CardContext): string {
  const { render } = context;
  const verdict = render(message(`verdict.${finding.verdict}`));
  const parts = [`**${verdict}** · ${escapeMarkdown(render(finding.message))}`];
  for (const evidence of finding.evidence) {
    parts.push(
      labelled(render(message('report.proof')), link(evidence, context)),
      fenced(evidence.quote, languageId),
    );
  }
  if (finding.fix !== null) {
    parts.push(labelled(render(message('report.fix')), escapeMarkdown(render(finding.fix.title))));
  }
  return parts.join('\n\n');
}

export type CardContext = Pick<ServerContext, 'render' | 'commandLinks'>;

/** A wide colon brings its own space. */
function labelled(label: string, text: string): string {
  return label.endsWith('：') ? label + text : `${label} ${text}`;
}

function link(
  { path, range, package: owner, version }: Evidence,
  { render, commandLinks }: CardContext,
): string {
  const uri = uriOfPath(path);
  const place = escapeMarkdown(`${basename(path)}:${range.start.line + 1}`);
  const shown: EvidencePlace = { uri, range };
  const argument = encodeURIComponent(JSON.stringify([shown]));
  const target = commandLinks
    ? `command:factprobe.showEvidence?${argument}`
    : `${uri}#L${range.start.line + 1}`;
  const from =
    owner === undefined
      ? ''
      : ` (${escapeMarkdown(`${owner} ${version ?? render(message('report.version-unknown'))}`)})`;
  return `[${place}](${target})${from}`;
}

/** Text of a source in a fence that nothing inside it can close. */
function fenced(text: string, languageId: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${languageId}\n${text}\n${fence}`;
}
