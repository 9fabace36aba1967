import { join } from 'pathe';
import * as z from 'zod';
import { lookUpTypes, type TypeLanguage } from '../declared/declared-types.ts';
import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import { composerPackages, composerSources } from './composer.ts';

const language: TypeLanguage = {
  mayDeclare: (text, name) =>
    new RegExp(`\\b(?:class|interface|trait|enum|function)\\s+&?\\s*${name}\\b`).test(text),
  namespaceOf: (text) =>
    (/^\s*(?:<\?php\s+)?namespace\s+([\w\\]+)\s*[;{]/m.exec(text)?.[1] ?? '')
      .split('\\')
      .filter((part) => part !== ''),
  mayShorten: true,
  maker: '__construct',
  join: ([...names]) => names.join('\\').replace(/\\(?=[a-z_]\w*$)/, '::'),
};

const manifestSchema = z.object({
  require: z.record(z.string(), z.string()).optional(),
  'require-dev': z.record(z.string(), z.string()).optional(),
});

/** PHP: packages that Composer put into `vendor`. */
export const phpEcosystem: EvidenceEcosystem = {
  projectFiles: /^(?:composer\.(?:json|lock)|.*\.php)$/,
  families: ['php'],
  called: /^(?:PHP|php|[Cc]omposer|[Pp]ackagist)$/,
  async lookUp(tools, text, { from, package: asked, isBare, cancellation }) {
    const names = text.split(/[./]/).filter((part) => part !== '');
    if (isBare || !names.some((name) => /^\p{Lu}/u.test(name))) return undefined;
    const packages = [];
    for (const one of await composerPackages(tools, from)) {
      const isAsked = asked === undefined || one.name === asked || one.name.endsWith(`/${asked}`);
      if (isAsked) packages.push(await composerSources(tools, one));
    }
    return lookUpTypes({ tools, packages, language, cancellation }, names);
  },
  async installedNames(tools, from) {
    return (await composerPackages(tools, from)).map(({ name }) => name);
  },
  async manifestNames(files, folder) {
    const text = await files.readText(join(folder, 'composer.json'));
    if (text === undefined) return undefined;
    try {
      const found = manifestSchema.safeParse(JSON.parse(text)).data;
      return Object.keys({ ...found?.require, ...found?.['require-dev'] }).filter((name) =>
        name.includes('/'),
      );
    } catch {
      // A manifest that is no JSON names nothing.
      return [];
    }
  },
  async documentPlaces(tools, name, from) {
    const found = (await composerPackages(tools, from)).filter((one) => one.name === name);
    return found.map((owner) => ({ path: owner.root, kind: 'folder', owner }));
  },
};
