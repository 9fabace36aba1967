/** A library as Maven names it. */
export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  /** Absent where nothing tells. */
  readonly version?: string;
}

/** What a `pom.xml` says. */
export interface Pom extends Coordinates {
  readonly dependencies: readonly Coordinates[];
  readonly parent?: Coordinates;
}

/** Reads a `pom.xml`, its own properties put in their place; `undefined` when it names no artifact. */
export function readPom(text: string): Pom | undefined {
  const plain = text.replace(/<!--[\s\S]*?-->/g, '');
  const parentText = block(plain, 'parent');
  const parent = parentText === undefined ? undefined : coordinatesOf(parentText, () => undefined);
  const top = without(plain, [
    'parent',
    'build',
    'profiles',
    'reporting',
    'dependencyManagement',
    'dependencies',
    'distributionManagement',
    'licenses',
    'developers',
    'contributors',
    'organization',
    'modules',
  ]);
  const properties = propertiesOf(block(top, 'properties') ?? '');
  const outside = without(top, ['properties']);
  const version = tag(outside, 'version') ?? parent?.version;
  const group = tag(outside, 'groupId') ?? parent?.group;
  const artifact = tag(outside, 'artifactId');
  if (artifact === undefined || group === undefined) return undefined;
  const resolve = (name: string): string | undefined =>
    /^(?:project\.|pom\.)?version$/.test(name)
      ? version
      : /^(?:project\.|pom\.)?groupId$/.test(name)
        ? group
        : (properties.get(name) ?? (name === 'project.parent.version' ? parent?.version : undefined));
  const fill = (value: string | undefined) => filled(value, resolve);
  const managed = block(plain, 'dependencyManagement') ?? '';
  const dependent = without(plain, ['dependencyManagement', 'build', 'profiles', 'reporting', 'parent']);
  const dependencies = dependenciesOf(block(dependent, 'dependencies') ?? '', fill);
  const known = dependenciesOf(block(managed, 'dependencies') ?? '', fill);
  const own = fill(version);
  return {
    group: fill(group) ?? group,
    artifact,
    ...(own === undefined ? {} : { version: own }),
    ...(parent === undefined ? {} : { parent }),
    dependencies: dependencies.map((one) => {
      const same = known.find(({ group: g, artifact: a }) => g === one.group && a === one.artifact);
      return one.version === undefined && same !== undefined ? same : one;
    }),
  };
}

function dependenciesOf(
  text: string,
  fill: (value: string | undefined) => string | undefined,
): readonly Coordinates[] {
  return [...text.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g)].flatMap(([, inner = '']) => {
    const found = coordinatesOf(without(inner, ['exclusions']), fill);
    return found === undefined ? [] : [found];
  });
}

function coordinatesOf(
  text: string,
  fill: (value: string | undefined) => string | undefined,
): Coordinates | undefined {
  const group = tag(text, 'groupId');
  const artifact = tag(text, 'artifactId');
  if (group === undefined || artifact === undefined) return undefined;
  const written = tag(text, 'version');
  const version = fill(written) ?? (written?.includes('${') === true ? undefined : written);
  return { group: fill(group) ?? group, artifact, ...(version === undefined ? {} : { version }) };
}

/** `${name}` by its value; `undefined` where one of them has none. */
function filled(
  value: string | undefined,
  resolve: (name: string) => string | undefined,
  depth = 0,
): string | undefined {
  if (value === undefined || !value.includes('${')) return value;
  if (depth > 5) return undefined;
  let isWhole = true;
  const text = value.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const found = resolve(name.trim());
    if (found === undefined) isWhole = false;
    return found ?? '';
  });
  return isWhole ? filled(text, resolve, depth + 1) : undefined;
}

function propertiesOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/<([\w.-]+)>\s*([^<]*?)\s*<\/\1>/g)];
  return new Map(found.map(([, name = '', value = '']) => [name, value]));
}

function tag(text: string, name: string): string | undefined {
  const value = new RegExp(`<${name}>\\s*([^<\\s]+)\\s*</${name}>`).exec(text)?.[1];
  return value;
}

function block(text: string, name: string): string | undefined {
  return new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(text)?.[1];
}

function without(text: string, names: readonly string[]): string {
  return names.reduce(
    (rest, name) => rest.replace(new RegExp(`<${name}(?:\\s[^>]*)?>[\\s\\S]*?</${name}>`, 'g'), ''),
    text,
  );
}
