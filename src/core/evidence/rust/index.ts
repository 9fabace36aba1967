import { join } from 'pathe';
import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { dependencyNames } from './cargo-files.ts';
import { cargoProject, cratesNamed } from './crates.ts';
import { lookUpRust } from './rust-lookup.ts';

/** Rust: crates of Cargo's registry, vendored ones, Debian's, and the standard library's sources. */
export const rustEcosystem: EvidenceEcosystem = {
  projectFiles: /^(?:Cargo\.toml|.*\.rs)$/,
  families: ['rust'],
  called: /^(?:Rust|rust|[Cc]argo|crates\.io)$/,
  lookUp: lookUpRust,
  async installedNames(tools, from) {
    const project = await cargoProject(tools, from);
    return [...new Set([...(project?.named ?? []), ...(project?.locked?.keys() ?? [])])];
  },
  async manifestNames(files, folder) {
    const text = await files.readText(join(folder, 'Cargo.toml'));
    return text === undefined ? undefined : dependencyNames(text);
  },
  async documentPlaces(tools, name, from) {
    const crates = await cratesNamed(tools, await cargoProject(tools, from), name);
    return crates.map(({ owner }) => ({ path: owner.root, kind: 'folder', owner }));
  },
};
