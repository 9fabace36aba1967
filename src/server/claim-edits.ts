import { type ClaimEdits, claimEditsMethod, claimEditsParamsSchema } from '../protocol/claims.ts';
import type { ServerContext } from './server-context.ts';

/** Answers what changes when a claim is corrected or ignored, for lists of findings. */
export function registerClaimEdits({ connection, documents, checked, remedies }: ServerContext): void {
  connection.onRequest(claimEditsMethod, async (given: unknown): Promise<ClaimEdits> => {
    const { uri, fingerprint, change } = claimEditsParamsSchema.parse(given);
    const document = documents.get(uri);
    if (document === undefined) return [];
    const findings = (await checked.current(document))?.findings ?? [];
    const finding = findings.find((one) => one.fingerprint === fingerprint && one.verdict === 'contradicted');
    if (finding === undefined) return [];
    if (change === 'correct') return finding.fix?.edits ?? [];
    return (await remedies.of(document, finding)).find(({ kind }) => kind === change)?.edits ?? [];
  });
}
