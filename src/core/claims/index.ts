export { type ClaimKind, claimKinds, type Severity, type Verdict } from './check.ts';
export { type CheckedFile, checkFile, type FileCheckRequest, type FileCheckTools } from './check-file.ts';
export { type CheckedSource, type CheckRequest, type CheckTools, checkSource } from './check-source.ts';
export type { Finding, Fix } from './finding.ts';
export { applyEdits } from './verified-fixes.ts';
