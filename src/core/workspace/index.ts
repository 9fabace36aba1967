export { type FindRequest, type FoundSources, findSources } from './find-sources.ts';
export { maximumSourceBytes, type ReadSource, readSource, unsuitableText } from './read-source.ts';
