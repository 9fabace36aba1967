export { withAccurateClaim } from './accurate-claims.ts';
export { changedLines, type LinesOfFiles } from './changed-lines.ts';
export { type FoundSources, findSources } from './find-sources.ts';
export { generatedLines } from './generated-lines.ts';
export type { GitTools } from './git.ts';
export { languageBytes } from './language-bytes.ts';
export { isOnLines, type LineRange } from './line-range.ts';
export { type Project, plainProject, projectExcludes, projectFiles, readProject } from './project.ts';
export { readSource, unsuitableText } from './read-source.ts';
