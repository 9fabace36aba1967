import { describe, expect, it } from 'vitest';
import { evidenceTools, factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';

const tide = `// Package tide tells levels.
package tide

import "io"

// Retries is how often a station is asked.
const Retries = 3

// Old values.
//
// Deprecated: Use Retries.
const (
	Tries int = 4
	Turns     = 5
)

// Station is a gauge.
type Station struct {
	*Port
	io.Writer
	// Timeout is in seconds.
	Timeout float64
}

// Port is where it lies.
type Port struct{}

// Dial opens it.
func (p *Port) Dial(host string, options ...string) (conn *Port, err error) { return p, nil }

// Level reads a level.
//
// Deprecated: Use Levels,
// which reads all.
func Level(name string, depth, width int) float64 { x := 1; return float64(x) }

// Levels reads all of them.
func Levels() []float64 { return nil }
`;

const module = (version: string) => ({ [`go/pkg/mod/example.org/!tide@${version}/tide.go`]: tide });
const standard = {
  'usr/lib/go/VERSION': 'go1.21.3\n',
  'usr/lib/go/src/fmt/print.go': 'package fmt\n\nfunc Println(a ...any) (n int, err error) { return }\n',
  'usr/lib/go/src/io/io.go':
    'package io\n\n// Writer writes.\ntype Writer interface {\n\t// Write takes bytes.\n\tWrite(p []byte) (n int, err error)\n}\n',
  'usr/lib/go/src/crypto/rand/rand.go': 'package rand\n\nfunc Read(b []byte) (n int, err error) { return }\n',
  'usr/lib/go/src/math/rand/rand.go':
    'package rand\n\nfunc Read(p []byte) (n int, err error) { return }\nfunc Intn(n int) int { return 0 }\n',
  'usr/lib/go/src/old/old.go':
    '// Package old is old.\n//\n// Deprecated: use fmt\n// instead.\npackage old\n\nfunc Do() {}\n',
};

async function at(files: Readonly<Record<string, string>>) {
  const root = temporaryWorkspace(files);
  const tools = await evidenceTools({ machine: { root, home: root, variables: {} } });
  return { root: `${root}/app`, tools };
}

describe('a Go module of the module cache', () => {
  const files = {
    'app/go.mod': 'module harbour\n\ngo 1.21\n\nrequire (\n\texample.org/Tide v1.4.0 // indirect\n)\n',
    ...module('v1.4.0'),
    ...module('v1.5.0'),
    ...standard,
  };

  it('gives a function at the version that go.mod names', async () => {
    const { root, tools } = await at(files);
    const facts = await factsOf(root, 'Tide.Level', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'go', name: 'example.org/Tide', version: 'v1.4.0' });
    expect(facts.name).toBe('Tide.Level');
    expect(signature(facts)).toEqual(['name: string', 'depth: int', 'width: int']);
    expect(shown(facts.returns)).toBe('float64 by float64');
    expect(facts.deprecated?.value).toBe('Use Levels, which reads all.');
    expect((await factsOf(root, 'example.org/Tide.Levels', { tools })).deprecated).toBeUndefined();
  });

  it('gives constants, fields, methods and what a type embeds', async () => {
    const { root, tools } = await at(files);
    expect(shown((await factsOf(root, 'Tide.Retries', { tools })).default)).toBe('3 by Retries = 3');
    expect((await factsOf(root, 'Tide.Turns', { tools })).deprecated?.value).toBe('Use Retries.');
    expect((await factsOf(root, 'Tide.Retries', { tools })).deprecated).toBeUndefined();
    expect((await factsOf(root, 'Tide.Station.Dial', { tools })).deprecated).toBeUndefined();
    expect((await factsOf(root, 'Tide.Station.Timeout', { tools })).type?.value).toBe('float64');
    const dial = await factsOf(root, 'Tide.Station.Dial', { tools });
    expect(signature(dial)).toEqual(['host: string', 'options?: string']);
    expect(dial.returns?.value).toBe('(conn *Port, err error)');
    expect(signature(await factsOf(root, 'Tide.Station.Write', { tools }))).toEqual(['p: []byte']);
  });

  it('names what is near to a symbol that is not there, and knows no variables of a body', async () => {
    const { root, tools } = await at(files);
    expect(await lookUp(root, 'Tide.Levelz', { tools })).toMatchObject({
      type: 'no-such-symbol',
      symbol: 'Tide.Levelz',
      nearest: ['Tide.Level', 'Tide.Levels'],
    });
    expect(await lookUp(root, 'Tide.x', { tools })).toMatchObject({ type: 'no-such-symbol' });
  });

  it('is found from a folder around a module in a subfolder', async () => {
    const { root, tools } = await at(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path.replace('app/go.mod', 'app/services/a/go.mod'),
          text,
        ]),
      ),
    );
    expect((await factsOf(root, 'Tide.Level', { tools })).package.version).toBe('v1.4.0');
  });

  it('is declined where two modules of the workspace need different versions', async () => {
    const { root, tools } = await at({
      ...module('v1.4.0'),
      ...module('v1.5.0'),
      'app/a/go.mod': 'module a\nrequire example.org/Tide v1.4.0\n',
      'app/b/go.mod': 'module b\nrequire example.org/Tide v1.5.0\n',
    });
    expect(await lookUp(root, 'Tide.Level', { tools })).toEqual({
      type: 'ambiguous',
      candidates: [`Tide.Level (${root}/a)`, `Tide.Level (${root}/b)`],
    });
  });

  it('is called without the version and the language in its path', async () => {
    const { root, tools } = await at({
      'app/go.mod': 'module a\nrequire (\n\texample.org/tide.v3 v3.0.1\n\texample.org/go-gauge v1.0.0\n)\n',
      'go/pkg/mod/example.org/tide.v3@v3.0.1/tide.go': tide,
      'go/pkg/mod/example.org/go-gauge@v1.0.0/gauge.go':
        'package gauge\n\nimport "example.org/tide.v3"\n\ntype Gauge struct {\n\ttide.Port\n}\n',
    });
    const imported = { tools, package: 'example.org/tide.v3' };
    expect((await factsOf(root, 'tide.v3.Levels', imported)).returns?.value).toBe('[]float64');
    expect((await factsOf(root, 'tide.Levels', imported)).returns?.value).toBe('[]float64');
    expect((await factsOf(root, 'gauge.Gauge.Dial', { tools })).returns?.value).toBe(
      '(conn *Port, err error)',
    );
  });

  it('follows what stands in for a module', async () => {
    const { root, tools } = await at({
      'app/go.mod': 'module harbour\nrequire example.org/Tide v1.0.0\nreplace example.org/Tide => ../fork\n',
      'fork/tide.go': tide,
    });
    expect((await factsOf(root, 'Tide.Level', { tools })).head.path).toMatch(/\/fork\/tide\.go$/);
  });
});

describe('a vendored Go module', () => {
  it('has the version of modules.txt', async () => {
    const { root, tools } = await at({
      'app/go.mod': 'module harbour\nrequire example.org/tide v1.4.0\n',
      'app/vendor/modules.txt': '# example.org/tide v1.4.0\n## explicit; go 1.21\nexample.org/tide\n',
      'app/vendor/example.org/tide/tide.go': tide,
    });
    expect((await factsOf(root, 'tide.Level', { tools })).package.version).toBe('v1.4.0');
  });

  it('has no version where nothing tells', async () => {
    const { root, tools } = await at({
      'app/go.mod': 'module harbour\n',
      'app/vendor/example.org/tide/tide.go': tide,
    });
    const facts = await factsOf(root, 'example.org/tide.Level', { tools });
    expect(facts.package).not.toHaveProperty('version');
  });
});

describe("Go's standard library", () => {
  it('has the version of its VERSION file, and its packages by their last names', async () => {
    const { root, tools } = await at({ ...standard, 'app/main.go': 'package main\n' });
    const facts = await factsOf(root, 'rand.Intn', { tools });
    expect(facts.package).toMatchObject({ name: 'go', version: '1.21.3' });
    expect(await lookUp(root, 'rand.Read', { tools })).toEqual({
      type: 'ambiguous',
      candidates: ['crypto/rand.Read', 'math/rand.Read'],
    });
    expect(signature(await factsOf(root, 'crypto/rand.Read', { tools }))).toEqual(['b: []byte']);
  });

  it('calls everything deprecated that lies in a deprecated package', async () => {
    const { root, tools } = await at({ ...standard, 'app/main.go': 'package main\n' });
    expect((await factsOf(root, 'old.Do', { tools })).deprecated?.value).toBe('use fmt instead.');
    expect((await factsOf(root, 'old', { tools })).deprecated?.value).toBe('use fmt instead.');
  });
});
