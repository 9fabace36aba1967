import { join } from 'pathe';
import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { gradleDependencies } from './gradle.ts';
import { lookUpJava } from './java-lookup.ts';
import { projectSources } from './java-sources.ts';
import { ownerOf } from './maven-repository.ts';
import { readPom } from './pom.ts';

/** Java: sources of Maven's repository, of Gradle's cache, of the JDK, and beside a `pom.xml`. */
export const javaEcosystem: EvidenceEcosystem = {
  projectFiles: /^(?:pom\.xml|build\.gradle(?:\.kts)?|.*\.java)$/,
  families: ['java', 'kotlin'],
  called: /^(?:[Jj]ava|JDK|[Kk]otlin|[Mm]aven)$/,
  lookUp: lookUpJava,
  async installedNames(tools, from) {
    const reads = await projectSources(tools, from);
    return reads.map((one) => ownerOf(one).name);
  },
  async manifestNames(files, folder) {
    const text = await files.readText(join(folder, 'pom.xml'));
    const gradle = await gradleDependencies(files, folder);
    if (text === undefined && gradle.length === 0) return undefined;
    return [...(readPom(text ?? '')?.dependencies ?? []), ...gradle].map(({ artifact }) => artifact);
  },
  async documentPlaces(tools, name, from) {
    const reads = await projectSources(tools, from);
    return reads.flatMap(({ source }) =>
      source?.owner.name === name
        ? [{ path: source.owner.root, kind: 'folder' as const, owner: source.owner }]
        : [],
    );
  },
};
