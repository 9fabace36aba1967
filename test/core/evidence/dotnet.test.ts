import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { evidenceTools, factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';

const documentation = `<?xml version="1.0"?>
<doc>
  <members>
    <member name="T:Harbour.Tide.Gauge">
      <summary>A gauge.</summary>
    </member>
    <member name="M:Harbour.Tide.Gauge.#ctor(System.String)">
      <param name="station">Its name.</param>
    </member>
    <member name="M:Harbour.Tide.Gauge.Level\`\`1(System.Collections.Generic.Dictionary{System.String,\`\`0},System.Int32)">
      <param name="values">Values.</param>
      <param name="depth">In metres.</param>
      <returns>The level of the gauge. Never negative.</returns>
      <exception cref="T:System.ArgumentException">When empty.</exception>
    </member>
    <member name="M:Harbour.Tide.Gauge.Read(System.Int32)"><param name="count">A.</param></member>
    <member name="M:Harbour.Tide.Gauge.Read(System.String)"><param name="name">A.</param></member>
    <member name="M:Harbour.Tide.Gauge.Silent(System.String)" />
    <member name="P:Harbour.Tide.Gauge.Depth"><summary>D</summary></member>
  </members>
</doc>
`;
const home = 'home/.nuget/packages/harbour.tide';
const files = {
  'app/App.csproj':
    '<Project>\n<!-- <PackageReference Include="No" Version="1" /> -->\n<PackageReference Include="Harbour.Tide" Version="2.1.0" />\n</Project>\n',
  [`${home}/2.1.0/harbour.tide.nuspec`]: '<package><metadata><id>Harbour.Tide</id></metadata></package>',
  [`${home}/2.1.0/lib/netstandard2.0/Harbour.Tide.xml`]: documentation,
  [`${home}/2.1.0/lib/net48/Harbour.Tide.xml`]: '<doc></doc>',
  [`${home}/2.2.0/lib/net8.0/Harbour.Tide.xml`]: '<doc></doc>',
};

async function at(more: Readonly<Record<string, string>>) {
  const root = temporaryWorkspace(more);
  const tools = await evidenceTools({ machine: { root, home: `${root}/home`, variables: {} } });
  return { root: `${root}/app`, tools };
}

describe('a NuGet package', () => {
  it('gives a method out of its XML documentation, at the version that the project names', async () => {
    const { root, tools } = await at(files);
    const facts = await factsOf(root, 'Harbour.Tide.Gauge.Level', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'dotnet', name: 'Harbour.Tide', version: '2.1.0' });
    expect(signature(facts)).toEqual([
      'values: System.Collections.Generic.Dictionary{System.String,``0}',
      'depth: System.Int32',
    ]);
    expect(shown(facts.returns)).toBe('The level of the gauge by The level of the gauge');
    expect(facts.raises?.map(({ value }) => value)).toEqual(['System.ArgumentException']);
    expect(facts.isDeprecationUnknown).toBe(true);
  });

  it('keeps overloads apart, and knows nothing of a call that is not described', async () => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, 'Gauge.Read', { tools })).overloads).toBe(2);
    expect((await factsOf(root, 'Gauge.Silent', { tools })).isCallUnknown).toBe(true);
    expect((await factsOf(root, 'Gauge.Depth', { tools })).kind).toBe('property');
  });

  it('takes versions from Directory.Packages.props', async () => {
    const { root, tools } = await at({
      ...files,
      'app/App.csproj': '<Project><PackageReference Include="Harbour.Tide" /></Project>',
      'app/Directory.Packages.props':
        '<Project><PackageVersion Include="Harbour.Tide" Version="2.1.0" /></Project>',
    });
    expect((await factsOf(root, 'Gauge.Depth', { tools })).package.version).toBe('2.1.0');
  });

  it('gives the framework by the newest SDK', async () => {
    const packs = 'usr/share/dotnet/packs/Microsoft.NETCore.App.Ref';
    const { root, tools } = await at({
      'app/App.csproj': '<Project></Project>',
      [`${packs}/10.0.2/ref/net10.0/Harbour.Tide.xml`]: documentation,
      [`${packs}/9.0.11/ref/net9.0/Harbour.Tide.xml`]: '<doc></doc>',
    });
    const { package: framework } = await factsOf(root, 'Gauge.Depth', { tools });
    expect(framework).toMatchObject({ name: '.NET', version: '10.0.2' });
  });

  it('says that it has no documentation', async () => {
    const { root, tools } = await at({ 'app/App.csproj': files['app/App.csproj'], [`${home}/2.1.0/a`]: '' });
    const lookup = await lookUp(root, 'Gauge.Depth', { tools, package: 'harbour.tide' });
    expect(lookup.type === 'broken' && createRenderer('en')(lookup.problem)).toBe(
      'harbour.tide is installed without the XML documentation of its assemblies, so that nothing tells of its members.',
    );
  });
});
