export { type ClaimKind, claimKinds } from './check.ts';
export { type CheckedFile, checkFile } from './check-file.ts';
export { type CheckTools, checkSource } from './check-source.ts';
export type { Finding, Fix } from './finding.ts';
export { isOnChangedLines } from './finding-scope.ts';
export { createFixMemory } from './fix-memory.ts';
export { projectFindings } from './project-findings.ts';
export { claimRemedies, type Remedy } from './remedies/claim-remedies.ts';
export { applyEdits } from './verified-fixes.ts';
