import { availableParallelism } from 'node:os';
import type * as z from 'zod';
import { type CheckedFile, claimKinds, type Finding, projectFindings } from '../../core/claims/index.ts';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { languageOfFile } from '../../core/source/index.ts';
import { findSources, type Project, projectExcludes, readProject } from '../../core/workspace/index.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import { checkCommentsSchema, checkedCommentsSchema } from '../../protocol/agent-tools.ts';
import { agentEvidence, evidenceText } from './agent-evidence.ts';
import type { AgentTool, AgentToolContext } from './agent-tool.ts';
import { isInWorkspace, nameInWorkspace, pathInWorkspace } from './agent-workspace.ts';

type CheckedComments = z.infer<typeof checkedCommentsSchema>;

/** Checks the claims in the comments of files and folders, as the project's own settings want them. */
export const checkComments: AgentTool<z.infer<typeof checkCommentsSchema>> = {
  name: 'check_comments',
  title: 'Check comments',
  description:
    'Checks what comments and docstrings of the workspace say about the code under them: defaults, parameters, types, what is returned or raised, allowed values and more. Lists the claims that the code contradicts, each with quoted evidence and, where there is one, a correction. Use it after writing or changing documented code.',
  inputSchema: checkCommentsSchema,
  outputSchema: checkedCommentsSchema,
  async run({ paths = ['.'], all = false, maximum = 100 }, context) {
    const results: CheckedFileOf[] = [];
    for (const { project, files } of await sourcesOf(paths, context)) {
      results.push(...(await checkAll(files, project, context)));
    }
    const data = report(results, { all, maximum }, context);
    return { text: reportText(data, context), data };
  },
};

interface CheckedFileOf {
  readonly path: string;
  readonly checked: CheckedFile;
  readonly findings: readonly Finding[];
}

/** The named sources, by the folder whose settings hold for them. */
async function sourcesOf(
  paths: readonly string[],
  { workspace, signal }: AgentToolContext,
): Promise<readonly { readonly project: Project; readonly files: readonly string[] }[]> {
  const named = new Set<string>();
  for (const path of paths) {
    if (path === '.') for (const folder of workspace.folders) named.add(folder);
    else named.add(await pathInWorkspace(path, workspace));
  }
  const found: { readonly project: Project; readonly files: readonly string[] }[] = [];
  for (const folder of workspace.folders) {
    const own = [...named].filter((path) => path === folder || path.startsWith(`${folder}/`));
    if (own.length === 0) continue;
    const project = await readProject(nodeFileSystem, { folder, kinds: claimKinds });
    const isExcluded = projectExcludes(project);
    const { files } = await findSources(nodeFileSystem, { paths: own, cancellation: signal, isExcluded });
    // A link may lead out of the workspace.
    const inside = await Promise.all(files.map((file) => isInWorkspace(file, workspace.folders)));
    found.push({ project, files: files.filter((_, index) => inside[index] === true) });
  }
  return found;
}

async function checkAll(
  files: readonly string[],
  project: Project,
  context: AgentToolContext,
): Promise<readonly CheckedFileOf[]> {
  const results: CheckedFileOf[] = [];
  const waiting = files.values();
  const lane = async () => {
    for (const path of waiting) {
      const checked = await checkOne(path, context);
      results.push({ path, checked, findings: projectFindings(checked.findings, project) });
    }
  };
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, lane));
  return results.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function checkOne(path: string, { pool, workspace, signal }: AgentToolContext): Promise<CheckedFile> {
  const language = languageOfFile(path);
  if (language === undefined) {
    return { findings: [], documented: 0, skipped: message('workspace.skipped.language') };
  }
  const job = { type: 'check', path, languageId: language.id, text: workspace.textOf(path) } as const;
  try {
    return await pool.run(job, { key: path, signal });
  } catch (error) {
    if (error instanceof FactprobeError) return { findings: [], documented: 0, skipped: error.text };
    throw error;
  }
}

function report(
  results: readonly CheckedFileOf[],
  { all, maximum }: { readonly all: boolean; readonly maximum: number },
  { render, workspace }: AgentToolContext,
): CheckedComments {
  const read = results.filter(({ checked }) => checked.skipped === undefined);
  const listed = read.flatMap(({ path, findings }) =>
    findings.filter(({ verdict }) => all || verdict === 'contradicted').map((finding) => ({ path, finding })),
  );
  return {
    version: 1,
    files: read.length,
    claims: read.reduce((sum, { checked }) => sum + checked.findings.length, 0),
    findings: listed.slice(0, maximum).map(({ path, finding }) => ({
      file: nameInWorkspace(path, workspace),
      range: finding.range,
      claim: finding.claim,
      kind: finding.kind,
      verdict: finding.verdict,
      severity: finding.severity,
      confidence: finding.confidence,
      decidedBy: finding.decidedBy,
      message: render(finding.message),
      evidence: agentEvidence(finding.evidence, workspace),
      fix: finding.fix === null ? null : render(finding.fix.title),
    })),
    omitted: Math.max(0, listed.length - maximum),
    skipped: results.flatMap(({ path, checked: { skipped } }) =>
      skipped === undefined ? [] : [{ file: nameInWorkspace(path, workspace), reason: render(skipped) }],
    ),
  };
}

function reportText(data: CheckedComments, { render }: AgentToolContext): string {
  const contradicted = data.findings.filter(({ verdict }) => verdict === 'contradicted').length;
  const head = render(message('extension.checked', { contradicted, claims: data.claims }));
  const findings = data.findings.map(({ file, range, verdict, claim, message: reason, evidence, fix }) =>
    [
      `${file}:${range.start.line + 1} ${render(message(`verdict.${verdict}`))}: ${claim.replace(/\s+/g, ' ')}`,
      reason,
      evidenceText(evidence),
      fix ?? '',
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
  const more = data.omitted === 0 ? [] : [render(message('agent.more-findings', { count: data.omitted }))];
  const skipped = data.skipped.map(({ file, reason }) => `${file}: ${reason}`);
  return [head, ...findings, ...more, ...skipped].join('\n\n');
}
