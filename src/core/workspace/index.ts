export { type FoundSources, findSources } from './find-sources.ts';
export { readSource, unsuitableText } from './read-source.ts';
