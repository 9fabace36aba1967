export { findSources } from './find-sources.ts';
export { readSource, unsuitableText } from './read-source.ts';
