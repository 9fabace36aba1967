import type { Finding } from '../core/claims/index.ts';
import { escapeMarkdown, message } from '../core/platform/index.ts';
import type { ServerContext } from './server-context.ts';

/** Lines of a card at most: a long comment makes dozens of claims. */
const most = 12;

const ranks = { contradicted: 0, supported: 1, unverified: 2 } as const;

/** The claims of one comment as markdown, a line each: the verdict word, then the reason; contradicted ones first. */
export function symbolCard(findings: readonly Finding[], { render }: Pick<ServerContext, 'render'>): string {
  const ordered = findings.toSorted((a, b) => ranks[a.verdict] - ranks[b.verdict]);
  const lines = ordered.slice(0, most).map(({ verdict, message: reason }) => {
    const word = render(message(`verdict.${verdict}`));
    return `- ${verdict === 'contradicted' ? `**${word}**` : word} · ${escapeMarkdown(render(reason))}`;
  });
  const more = ordered.length - lines.length;
  if (more > 0) lines.push(`- ${escapeMarkdown(render(message('claim.more', { more })))}`);
  return `${escapeMarkdown(render(message('claim.claims', { claims: findings.length })))}\n\n${lines.join('\n')}`;
}
