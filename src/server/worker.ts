import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import {
  type AskedPlace,
  answerOrHelp,
  type PassageTools,
  passagesFor,
  questionsAt,
} from '../core/ask/index.ts';
import {
  checkBriefly,
  checkFile,
  claimRemedies,
  createFixMemory,
  WorkspaceNames,
} from '../core/claims/index.ts';
import {
  Archives,
  createPackageIndex,
  type EvidenceTools,
  findInstalled,
  findPassages,
  findSymbol,
  type IndexSource,
  indexSources,
  installationTraces,
  installedSources,
  mentionedPackages,
  staleSources,
  symbolAtCursor,
} from '../core/evidence/index.ts';
import { type Cancellation, CancelledError, FactprobeError } from '../core/platform/index.ts';
import { createSyntaxParser, type Language, type LanguageId, languageById } from '../core/source/index.ts';
import { type VerifiedClaim, verifyClaim as verify } from '../core/verify/index.ts';
import { confinedFileSystem } from '../node/confined-file-system.ts';
import { documentationFolders, documentationSource } from '../node/documentation-folders.ts';
import { examplePrograms } from '../node/examples/example-programs.ts';
import { blockingFileSystem, decodeUtf8 } from '../node/file-system.ts';
import { gatheringCacheStore } from '../node/gathering-cache-store.ts';
import { sha256 } from '../node/hash.ts';
import { machineFolders } from '../node/machine-folders.ts';
import { findPythonFolders } from '../node/python-folders.ts';
import { createSqliteCacheStore } from '../node/sqlite-cache-store.ts';
import { createSqliteEvidenceIndex } from '../node/sqlite-evidence-index.ts';
import { nodeTreeReader } from '../node/tree-reader.ts';
import { wasmFolder } from '../node/wasm-source.ts';
import type { IndexState, IndexStateJob } from '../protocol/index-jobs.ts';
import type {
  AskJob,
  BriefCheckJob,
  CheckJob,
  PassagesJob,
  PlaceOfJob,
  QuestionsAtJob,
  RemediesJob,
  VerifyClaimJob,
  WorkerJob,
  WorkerReply,
  WorkerRequest,
  WorkerResults,
  WorkerSetup,
} from '../protocol/worker.ts';

// The entry of a worker thread: reads jobs, answers each once. `workerData` is set by the pool, of this build.
const setup = workerData as WorkerSetup;
const port = parentPort;
if (port === null) throw new Error('worker.cjs only runs as a worker thread');

const fixes = createFixMemory();
const parser = createSyntaxParser(wasmFolder(setup.wasmFolder));
const say = (reply: WorkerReply) => port.postMessage(reply);
const cache = createSqliteCacheStore({
  folder: setup.cacheFolder,
  onNotice: (text) => say({ type: 'notice', text }),
});
/** For the checks of whole folders, which keep thousands of texts one after the other. */
const gatheringCache = gatheringCacheStore(cache);

const index = createSqliteEvidenceIndex({
  folder: setup.cacheFolder,
  reader: setup.engine,
  onNotice: (text) => say({ type: 'notice', text }),
});
const buildTools = { index, tree: nodeTreeReader, decode: decodeUtf8, sha256 };
const packageIndex = createPackageIndex({
  ...buildTools,
  sourcesFor,
  clock: () => performance.now(),
});

const sources =
  setup.confinedTo === undefined
    ? blockingFileSystem
    : confinedFileSystem(blockingFileSystem, setup.confinedTo);

const archives = new Archives(blockingFileSystem, decodeUtf8);
const names = new WorkspaceNames(
  {
    files: sources,
    decode: decodeUtf8,
    libraries: {
      files: blockingFileSystem,
      find: async (query) => findInstalled(await evidenceTools(), query),
      traces: async (asked, lookup) => installationTraces(await evidenceTools(), asked, lookup),
    },
  },
  () => performance.now(),
);

async function sharedTools() {
  return {
    parser: await parser,
    fixes,
    files: blockingFileSystem,
    decode: decodeUtf8,
    sha256,
    cache,
    engine: setup.engine,
  };
}

async function check(
  { path, languageId, text: held, runsExamples = false }: CheckJob,
  cancellation: Cancellation,
) {
  const text = held === null ? {} : { text: held };
  return checkFile(
    { ...(await sharedTools()), files: sources, names, examples: examplePrograms(setup.wasmFolder) },
    { path, language: languageOf(languageId), cancellation, runsExamples, ...text },
  );
}

async function briefCheck({ path, languageId }: BriefCheckJob, cancellation: Cancellation) {
  const language = languageOf(languageId);
  const tools = { ...(await sharedTools()), cache: gatheringCache, names };
  return checkBriefly(tools, { path, language, cancellation });
}

async function remedies({ languageId, ...job }: RemediesJob, cancellation: Cancellation) {
  const around = names.around(job.path, cancellation);
  return claimRemedies(await sharedTools(), {
    ...job,
    language: languageOf(languageId),
    cancellation,
    around,
  });
}

async function evidenceTools(): Promise<EvidenceTools> {
  return {
    ...(await sharedTools()),
    files: archives.files,
    archives,
    pythons: findPythonFolders(process.env),
    machine: machineFolders(process.env),
  };
}

/** What some folders see that is indexed. */
async function sourcesFor(from: readonly string[]): Promise<readonly IndexSource[]> {
  return [
    ...(await installedSources(await evidenceTools(), from)),
    ...documentationFolders(setup.cacheFolder).map(documentationSource),
  ];
}

async function askTools(): Promise<PassageTools> {
  const near = await evidenceTools();
  const tools: EvidenceTools = { ...near, index: packageIndex };
  return {
    files: blockingFileSystem,
    decode: decodeUtf8,
    clock: () => performance.now(),
    findSymbol: (query) => findSymbol(tools, query),
    symbolAtCursor: (place) => symbolAtCursor(tools, place),
    findPassages: (request) => findPassages(tools, request),
    findNear: (query) => findSymbol(near, query),
    mentionedPackages: (request) => mentionedPackages(tools, request),
  };
}

async function ask({ question, at, from }: AskJob, cancellation: Cancellation) {
  const place = at === null ? {} : { at: placeOf(at) };
  return answerOrHelp(await askTools(), { question, from, cancellation, ...place });
}

async function passages({ question, at, from, looked }: PassagesJob, cancellation: Cancellation) {
  const place = at === null ? {} : { at: placeOf(at) };
  return passagesFor(await askTools(), { question, from, cancellation, looked, ...place });
}

async function askableAt({ at, from }: QuestionsAtJob, cancellation: Cancellation) {
  return questionsAt(await askTools(), { at: placeOf(at), from, cancellation });
}

async function verifyClaim(
  { claim, source, from }: VerifyClaimJob,
  cancellation: Cancellation,
): Promise<VerifiedClaim> {
  const placed = source === null ? {} : { source: { ...source, language: languageOf(source.languageId) } };
  const tools = { ...(await sharedTools()), ...(await askTools()) };
  return verify(tools, { claim, from, cancellation, ...placed });
}

function placeOf({ path, languageId, text, line, character }: PlaceOfJob): AskedPlace {
  return {
    path,
    language: languageOf(languageId),
    ...(text === null ? {} : { text }),
    position: { line, ...(character === null ? {} : { character }) },
  };
}

function languageOf(id: LanguageId): Language {
  const language = languageById(id);
  if (language === undefined) throw new Error(`unknown language ${id}`);
  return language;
}

function indexState({ sources, isBuilt }: IndexStateJob, cancellation: Cancellation): IndexState {
  if (isBuilt) index.tidy(existsSync);
  return {
    ...index.status(),
    isLasting: index.isLasting,
    sources: sources.length,
    stale: isBuilt ? 0 : staleSources(buildTools, sources, cancellation).length,
    missing: documentationFolders(setup.cacheFolder).filter((folder) => !existsSync(folder)),
  };
}

async function run(job: WorkerJob, cancellation: Cancellation): Promise<WorkerResults[WorkerJob['type']]> {
  switch (job.type) {
    case 'check':
      return check(job, cancellation);
    case 'check-briefly':
      return briefCheck(job, cancellation);
    case 'remedies':
      return remedies(job, cancellation);
    case 'ask':
      return ask(job, cancellation);
    case 'passages':
      return passages(job, cancellation);
    case 'questions-at':
      return askableAt(job, cancellation);
    case 'verify-claim':
      return verifyClaim(job, cancellation);
    case 'index-sources':
      return sourcesFor(job.from);
    case 'index-read':
      return indexSources(buildTools, job.sources, cancellation);
    case 'index-forget':
      index.together(() => {
        for (const source of job.sources) index.forget(source);
      });
      return null;
    case 'index-state':
      return indexState(job, cancellation);
    case 'clear-cache':
      gatheringCache.clear();
      index.clear();
      packageIndex.forgetView();
      return null;
  }
}

async function answer({ id, job, flag }: WorkerRequest): Promise<WorkerReply> {
  const shared = new Int32Array(flag);
  const cancellation: Cancellation = {
    get aborted() {
      return Atomics.load(shared, 0) !== 0;
    },
  };
  try {
    return { type: 'done', id, value: await run(job, cancellation) };
  } catch (error) {
    if (error instanceof CancelledError) return { type: 'cancelled', id };
    const text = error instanceof FactprobeError ? error.text : null;
    return {
      type: 'failed',
      id,
      text,
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

port.on('message', async (request: WorkerRequest) => say(await answer(request)));
