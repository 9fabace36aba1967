import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { evidenceTools, factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { type TemporaryFile, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const render = createRenderer('en');
const bytes = (text: string) => new TextEncoder().encode(text);
const archive = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])));

const gauge = `package org.harbour.tide;

import java.io.IOException;
import org.harbour.base.Meter;

/**
 * A gauge.
 * @since 1.2
 */
public class Gauge extends Meter implements java.io.Closeable {
    /** Most tries. */
    public static final int TRIES = 3;
    private final Object lock = new Object() {
        public void hidden() {}
    };

    public Gauge(String station) {}

    /**
     * Reads a level.
     * @param depth in metres
     * @return the level
     * @throws IllegalStateException when closed
     */
    public double level(int depth, String... units) throws IOException { return 0; }

    /** @deprecated Use {@link #level(int, String...)}, since 2.0. */
    @Deprecated
    public double old() { return 0; }

    public int both(int a) { return a; }
    public String both(String a) { return a; }
    private int both(int a, int b) { return a; }

    public enum Unit { METRE, FOOT { double factor() { return 3; } } }
}
`;
const meter = `package org.harbour.base;
public abstract class Meter {
    protected long count(String name) { return 0; }
    public double level(int depth, String[] units) { return 1; }
}
`;
const jdk = {
  'usr/lib/jvm/j17/release': 'IMPLEMENTOR="H"\nJAVA_VERSION="17.0.2"\n',
  'usr/lib/jvm/j17/lib/src.zip': archive({
    'java.base/java/io/Closeable.java':
      'package java.io;\npublic interface Closeable extends AutoCloseable {\n    void close() throws IOException;\n}\n',
    'java.base/java/lang/AutoCloseable.java':
      'package java.lang;\npublic interface AutoCloseable {\n    void close() throws Exception;\n}\n',
    'java.base/java/util/List.java':
      'package java.util;\npublic interface List<E> { boolean add(E e); int size(); }\n',
    'java.desktop/java/awt/List.java':
      'package java.awt;\npublic class List { public void add(String item) {} }\n',
  }),
};
const repository = 'home/.m2/repository/org/harbour';
const library = (version: string, files: Readonly<Record<string, string>>) => ({
  [`${repository}/tide/${version}/tide-${version}-sources.jar`]: archive(files),
});
const pom = (inside: string) => `<project>
  <parent><groupId>org.harbour</groupId><artifactId>parent</artifactId><version>9</version></parent>
  <artifactId>app</artifactId>
  ${inside}
</project>
`;
const needsTide = pom(`<properties><tide.version>1.4.0</tide.version></properties>
  <!-- <dependency><groupId>no</groupId></dependency> -->
  <dependencies><dependency>
    <groupId>org.harbour</groupId><artifactId>tide</artifactId><version>\${tide.version}</version>
  </dependency></dependencies>`);

async function at(files: Readonly<Record<string, TemporaryFile>>) {
  const root = temporaryWorkspace(files);
  const tools = await evidenceTools({ machine: { root, home: `${root}/home`, variables: {} } });
  return { root: `${root}/app`, tools };
}

async function problemOf(files: Readonly<Record<string, TemporaryFile>>): Promise<string> {
  const { root, tools } = await at({ 'app/pom.xml': needsTide, ...files });
  const lookup = await lookUp(root, 'Gauge.level', { tools, package: 'tide' });
  return lookup.type === 'broken' ? render(lookup.problem) : JSON.stringify(lookup);
}

describe("a Java library of Maven's repository", () => {
  const files = {
    'app/pom.xml': needsTide,
    ...library('1.4.0', { 'org/harbour/tide/Gauge.java': gauge, 'org/harbour/base/Meter.java': meter }),
    ...library('1.5.0', { 'org/harbour/tide/Gauge.java': 'package org.harbour.tide; public class Gauge {}' }),
    ...jdk,
  };

  it('gives the values of an enumeration', async () => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, 'Gauge.Unit', { tools })).allowed?.values).toEqual(['METRE', 'FOOT']);
  });

  it('gives a method out of its sources archive, at the version that the project names', async () => {
    const { root, tools } = await at(files);
    const facts = await factsOf(root, 'Gauge.level', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'java', name: 'tide', version: '1.4.0' });
    expect(facts.head.path).toMatch(/tide-1\.4\.0-sources\.jar!\/org\/harbour\/tide\/Gauge\.java$/);
    expect(signature(facts)).toEqual(['depth: int', 'units?: String']);
    expect(shown(facts.returns)).toBe('double by double');
    expect(facts.raises?.map(({ value }) => value)).toEqual(['IllegalStateException', 'IOException']);
    expect(facts.since?.value).toBe('1.2');
    expect(facts.overloads).toBe(1);
  });

  it('gives constants, constructors, deprecations and qualified names', async () => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, 'Gauge.TRIES', { tools })).default?.value).toBe('3');
    expect(signature(await factsOf(root, 'org.harbour.tide.Gauge', { tools }))).toEqual(['station: String']);
    expect((await factsOf(root, 'Gauge.old', { tools })).deprecated?.value).toMatch(/^Use .*since 2\.0\.$/);
    expect((await factsOf(root, 'Gauge.Unit.FOOT', { tools })).kind).toBe('property');
  });

  it('leaves out private members and those of anonymous classes, and keeps overloads apart', async () => {
    const { root, tools } = await at(files);
    const both = await factsOf(root, 'Gauge.both', { tools });
    expect(both.overloads).toBe(2);
    expect(both.agreement).toMatchObject({ returns: false, names: true });
    expect(await lookUp(root, 'Gauge.hidden', { tools })).toMatchObject({ type: 'no-such-symbol' });
    expect(await lookUp(root, 'Gauge.levels', { tools })).toMatchObject({ nearest: ['Gauge.level'] });
  });

  it('follows what a class inherits, into other packages too', async () => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, 'Gauge.count', { tools })).returns?.value).toBe('long');
    const close = await factsOf(root, 'Gauge.close', { tools });
    expect(close.head.path).toMatch(/io\/Closeable\.java$/);
    expect(close.head.version).toBe('17.0.2');
    expect(close.raises?.map(({ value }) => value)).toEqual(['IOException']);
  });

  it('is what a folder beside a pom.xml holds, vendored or not', async () => {
    const { root, tools } = await at({
      'app/third_party/tide/pom.xml':
        '<project><groupId>o</groupId><artifactId>tide</artifactId><version>2.1</version></project>',
      'app/third_party/tide/src/main/java/org/harbour/tide/Gauge.java': gauge,
    });
    expect((await factsOf(root, 'Gauge.old', { tools })).package).toMatchObject({
      name: 'tide',
      version: '2.1',
    });
  });
});

describe('the JDK', () => {
  it('has its version, and names to choose from where several classes are called alike', async () => {
    const { root, tools } = await at(jdk);
    expect((await factsOf(root, 'List.size', { tools })).package).toMatchObject({
      name: 'jdk',
      version: '17.0.2',
    });
    expect(await lookUp(root, 'List.add', { tools })).toEqual({
      type: 'ambiguous',
      candidates: ['java.awt.List.add', 'java.util.List.add'],
    });
    expect((await factsOf(root, 'java.util.List.add', { tools })).returns?.value).toBe('boolean');
  });
});

describe('a library that is damaged', () => {
  const jar = `${repository}/tide/1.4.0/tide-1.4.0-sources.jar`;

  it('has no sources beside it', async () => {
    expect(await problemOf({ [`${repository}/tide/1.4.0/tide-1.4.0.pom`]: '' })).toBe(
      'tide is installed without its sources; fetch them with mvn dependency:sources, or put its -sources.jar beside its jar.',
    );
  });

  it('is no archive', async () => {
    expect(await problemOf({ [jar]: 'not found' })).toBe(
      'tide-1.4.0-sources.jar is no archive that can be opened; fetch it again.',
    );
    expect(await problemOf({ [jar]: archive({ 'A.java': 'a' }).slice(0, 40) })).toMatch(/no archive/);
  });

  it('holds a source that is larger than any', async () => {
    const bomb = zipSync({ 'org/harbour/tide/Gauge.java': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf({ [jar]: bomb })).toBe(
      'It has 64 MB, more than the 4 MB that are checked; split it, or exclude it.',
    );
  });

  it('claims that its sources are smaller than they are', async () => {
    const lying = zipSync({ 'org/harbour/tide/Gauge.java': bytes(gauge.repeat(50)) });
    const view = new DataView(lying.buffer, lying.byteOffset);
    for (let i = 0; i + 46 < lying.length; i++)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 9, true);
    expect(await problemOf({ [jar]: lying })).toBe('It could not be parsed; correct its syntax first.');
  });
});
