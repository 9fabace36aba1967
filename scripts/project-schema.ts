import * as z from 'zod';
import { claimKinds } from '../src/core/claims/check.ts';
import { projectSchema } from '../src/core/workspace/project-configuration.ts';

/** The JSON schema of `.factprobe/config.json`, for editors; written with every build. */
export function projectJsonSchema(): string {
  const schema = z.toJSONSchema(projectSchema(claimKinds), { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'Factprobe' }, null, 2)}\n`;
}
