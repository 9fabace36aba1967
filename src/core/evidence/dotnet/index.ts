import { message } from '../../platform/index.ts';
import { declaredFacts } from '../declared/declared-facts.ts';
import type { DeclaredMatch } from '../declared/declared-unit.ts';
import type { EvidenceEcosystem } from '../evidence-ecosystem.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { textModule } from '../loaded-module.ts';
import type { PackageQuery } from '../package-query.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { nugetPackages, referencedPackages } from './nuget.ts';
import { xmlMembers } from './xml-members.ts';

/** .NET: the XML documentation of NuGet's packages and of the framework. */
export const dotnetEcosystem: EvidenceEcosystem = {
  projectFiles: /\.(?:csproj|fsproj|vbproj|sln|cs)$/,
  families: ['csharp'],
  called: /^(?:C#|c#|CSharp|\.NET|[Dd]otnet|[Nn]u[Gg]et)$/,
  lookUp: lookUpDotnet,
  async installedNames(tools, from) {
    return (await nugetPackages(tools, from)).map(({ owner }) => owner.name);
  },
  async manifestNames(files, folder) {
    const found = await referencedPackages(files, [folder]);
    return found === undefined ? undefined : [...found.keys()];
  },
  async documentPlaces(tools, name, from) {
    const found = (await nugetPackages(tools, from)).filter(({ owner }) => owner.name === name);
    return found.map(({ owner }) => ({ path: owner.root, kind: 'folder', owner }));
  },
};

interface Found {
  readonly path: string;
  readonly match: DeclaredMatch;
}

async function lookUpDotnet(
  tools: EvidenceTools,
  text: string,
  { from, package: asked, isBare }: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const names = text.split(/[./]/).filter((part) => part !== '');
  if (isBare || !/^\p{Lu}/u.test(names[0] ?? '')) return undefined;
  const all = await nugetPackages(tools, from);
  const packages = all.filter(
    ({ owner }) => asked === undefined || owner.name.toLowerCase() === asked.toLowerCase(),
  );
  const found: Found[] = [];
  for (const { owner, files } of packages) {
    for (const path of files) {
      const source = await tools.files.readText(path);
      if (source === undefined || !source.includes(names.at(-1) ?? '')) continue;
      const module = textModule({ path, owner }, source);
      found.push(
        ...xmlMembers(source, names).map((one) => ({
          path: one.path.join('.'),
          match: { module, record: one.record },
        })),
      );
    }
  }
  const paths = [...new Set(found.map(({ path }) => path))];
  if (paths.length > 1) return { type: 'ambiguous', candidates: paths };
  const [first, ...rest] = found.map(({ match }) => match);
  if (first === undefined) return silent(packages, asked);
  const facts = declaredFacts({
    package: first.module.owner,
    name: paths[0] ?? text,
    matches: [first, ...rest],
  });
  // Documentation tells nothing of attributes such as Obsolete.
  return { type: 'found', symbol: { ...facts, isDeprecationUnknown: true } };
}

/** A package that was asked for by its name and has no documentation. */
function silent(
  packages: Awaited<ReturnType<typeof nugetPackages>>,
  asked: string | undefined,
): SymbolLookup | undefined {
  const [first] = packages;
  if (asked === undefined || first === undefined || first.files.length > 0) return undefined;
  const problem = message('evidence.dotnet.no-documentation', { package: first.owner.name });
  return { type: 'broken', name: first.owner.name, problem };
}
