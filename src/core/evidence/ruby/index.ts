import { join } from 'pathe';
import { lookUpTypes, type TypeLanguage } from '../declared/declared-types.ts';
import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { gemsOf, lockedGems, rubyLibrary, rubySources } from './gems.ts';

const language: TypeLanguage = {
  mayDeclare: (text, name) => new RegExp(`^\\s*(?:class|module)\\s+(?:\\w+::)*${name}\\b`, 'm').test(text),
  namespaceOf: () => [],
  mayShorten: false,
  maker: 'initialize',
  join: (names) => names.join('::').replace(/::(?=[a-z_]\w*[?!]?$)/, '.'),
};

/** Ruby: gems at the versions of `Gemfile.lock`, and the standard library. */
export const rubyEcosystem: EvidenceEcosystem = {
  projectFiles: /^(?:Gemfile(?:\.lock)?|.*\.(?:gemspec|rb))$/,
  families: ['ruby'],
  called: /^(?:[Rr]uby|[Rr]uby[Gg]ems)$/,
  async lookUp(tools, text, { from, package: asked, isBare, cancellation }) {
    const names = text.split(/[./]/).filter((part) => part !== '');
    if (isBare || !/^\p{Lu}/u.test(names[0] ?? '')) return undefined;
    const gems = await gemsOf(tools, from);
    const library = await rubyLibrary(tools);
    const all = [...gems, ...(library === undefined ? [] : [library])];
    const packages = [];
    for (const one of all) {
      if (asked === undefined || one.name === asked) packages.push(await rubySources(tools, one));
    }
    const search = { tools, packages, language, cancellation };
    const lookup = await lookUpTypes(search, names);
    // What a class is made by is written `initialize` and called `new`.
    const made = lookup?.type !== 'found' && names.at(-1) === 'new' ? names.slice(0, -1) : undefined;
    return made === undefined ? lookup : ((await lookUpTypes(search, made)) ?? lookup);
  },
  async installedNames(tools, from) {
    return (await gemsOf(tools, from)).map(({ name }) => name);
  },
  async manifestNames(files, folder) {
    const text = await files.readText(join(folder, 'Gemfile'));
    if (text === undefined) {
      const locked = await lockedGems(files, [folder]);
      return locked === undefined ? undefined : [...locked.keys()];
    }
    return [...text.matchAll(/^\s*gem\s+["']([\w.-]+)["']/gm)].map(([, name = '']) => name);
  },
  async documentPlaces(tools, name, from) {
    const found = (await gemsOf(tools, from)).filter((one) => one.name === name);
    return found.map((owner) => ({ path: owner.root, kind: 'folder', owner }));
  },
};
