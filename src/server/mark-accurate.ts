import { mkdirSync } from 'node:fs';
import { dirname, relative } from 'pathe';
import type { Finding } from '../core/claims/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { projectFiles, withAccurateClaim } from '../core/workspace/index.ts';
import { nodeFileSystem } from '../node/file-system.ts';
import { writeAtomically } from '../node/write-atomically.ts';
import {
  type ClaimPlace,
  claimPlaceSchema,
  type MarkAccurateResult,
  markAccurateMethod,
} from '../protocol/claims.ts';
import type { Diagnostics } from './diagnostics.ts';
import { withPlainFailure } from './plain-failure.ts';
import { holdsPosition } from './ranges.ts';
import type { ServerContext } from './server-context.ts';
import { diskPathOfUri, uriOfPath } from './uris.ts';

/** Commands that any client may run (`workspace/executeCommand`). */
export const serverCommands = { markAccurate: 'factprobe.server.markAccurate' } as const;

/** Marks false claims as accurate, for the editor's command and for the code action of other clients. */
export function registerMarkAccurate(context: ServerContext, diagnostics: Diagnostics): void {
  const { connection, render } = context;
  const marked = async (given: unknown): Promise<MarkAccurateResult> => {
    const result = await mark(claimPlaceSchema.parse(given), context);
    for (const document of context.documents.all()) context.checked.forget(document);
    diagnostics.refresh();
    return result;
  };
  connection.onRequest(markAccurateMethod, (given: unknown) => withPlainFailure(render, () => marked(given)));
  connection.onExecuteCommand(async ({ command, arguments: [given] = [] }) => {
    if (command !== serverCommands.markAccurate) return null;
    return withPlainFailure(render, () => marked(given));
  });
}

async function mark(place: ClaimPlace, context: ServerContext): Promise<MarkAccurateResult> {
  const finding = await findingAt(place, context);
  const folder = await context.projects.folderOf(place.uri);
  const path = diskPathOfUri(place.uri);
  if (folder === undefined) throw new FactprobeError(message('claim.in-no-folder'));
  const file = `${folder}/${projectFiles.accurate}`;
  const { kind, claim, fingerprint } = finding;
  const line = { file: relative(folder, path), kind, claim, fingerprint };
  const text = withAccurateClaim((await nodeFileSystem.readText(file)) ?? '', line);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeAtomically(file, text);
  } catch (cause) {
    throw new FactprobeError(message('claim.mark-not-written', { file }), { cause });
  }
  return { claim, file: uriOfPath(file) };
}

async function findingAt(place: ClaimPlace, { documents, checked }: ServerContext): Promise<Finding> {
  const document = documents.get(place.uri);
  const findings = document === undefined ? [] : ((await checked.current(document))?.findings ?? []);
  const found = findings
    .filter(({ verdict }) => verdict === 'contradicted')
    .find((one) =>
      'fingerprint' in place
        ? one.fingerprint === place.fingerprint
        : holdsPosition(one.range, place.position),
    );
  if (found === undefined) throw new FactprobeError(message('claim.not-there'));
  return found;
}
