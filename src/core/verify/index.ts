export type { VerifiedClaim } from './verified-claim.ts';
export { verifyClaim } from './verify-claim.ts';
