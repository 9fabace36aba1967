import type { Language } from '../source/index.ts';
import { cEcosystem } from './c/index.ts';
import { dotnetEcosystem } from './dotnet/index.ts';
import type { EvidenceEcosystem } from './evidence-ecosystem.ts';
import { goEcosystem } from './go/index.ts';
import { javaEcosystem } from './java/index.ts';
import { npmEcosystem } from './npm/index.ts';
import { phpEcosystem } from './php/index.ts';
import { pythonEcosystem } from './python/index.ts';
import { rubyEcosystem } from './ruby/index.ts';
import { rustEcosystem } from './rust/index.ts';
import { type Ecosystem, ecosystems, type TracedEcosystem } from './symbol-facts.ts';

/** Where facts come from, by ecosystem: the registry. */
export const ecosystemRegistry: Readonly<
  Record<Ecosystem, EvidenceEcosystem> & Record<TracedEcosystem, Required<Pick<EvidenceEcosystem, 'traces'>>>
> = {
  npm: npmEcosystem,
  python: pythonEcosystem,
  go: goEcosystem,
  java: javaEcosystem,
  rust: rustEcosystem,
  c: cEcosystem,
  php: phpEcosystem,
  ruby: rubyEcosystem,
  dotnet: dotnetEcosystem,
};

/** The ecosystem that a language or a registry is called by: `Go`, `PyPI`; `undefined` for any other word. */
export function ecosystemCalled(name: string): Ecosystem | undefined {
  return ecosystems.find((one) => ecosystemRegistry[one].called.test(name));
}

/** The ecosystem that the code of a language takes from; `undefined` where there is none. */
export function ecosystemOfLanguage({ family }: Language): Ecosystem | undefined {
  return ecosystems.find((one) => ecosystemRegistry[one].families.includes(family));
}
