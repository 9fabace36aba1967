export { type ClaimKind, claimKinds, type ProofKind, type Severity, type Verdict } from './check.ts';
export { type CheckedSource, type CheckRequest, type CheckTools, checkSource } from './check-source.ts';
export type { Finding, Fix } from './finding.ts';
