export { type FoundSources, findSources } from './find-sources.ts';
export { languageBytes } from './language-bytes.ts';
export { readSource, unsuitableText } from './read-source.ts';
