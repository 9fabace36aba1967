import type { RunModel, RunSelection } from '../../protocol/runs.ts';

/** A run as far as it was chosen. */
export interface RunDraft extends RunSelection {
  /** `null` for rules alone. */
  readonly judge: RunModel | null;
}
