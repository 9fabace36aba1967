import { describe, expect, it } from 'vitest';
import { evidenceTools, factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';

const logger = `<?php

declare(strict_types=1);

namespace Harbour\\Log;

/**
 * Writes levels.
 * @since 1.1
 */
class Logger extends Base implements \\Stringable
{
    public const LIMIT = 100;

    protected int $depth = 3;

    public function __construct(private string $name, array $handlers = []) {}

    /**
     * @throws InvalidArgumentException when empty
     * @deprecated since 2.0, use pushAll
     */
    public function push(string $handler, int $at = self::LIMIT, string ...$more): self {}

    private function hidden(): void {}
}
`;
const base = `<?php
namespace Harbour\\Log;

abstract class Base
{
    public function name(): string { return ''; }
}
`;
const other = '<?php\nnamespace Other\\Log;\nclass Logger { public function push(): int { return 1; } }\n';
const installed = JSON.stringify({
  packages: [
    { name: 'harbour/log', version: 'v2.3.1', 'install-path': '../harbour/log' },
    { name: 'other/log', version: '1.0.0', 'install-path': '../other/log' },
  ],
});
const php = {
  'app/composer.json': '{"require": {"php": ">=8", "harbour/log": "^2"}}',
  'app/vendor/composer/installed.json': installed,
  'app/vendor/harbour/log/src/Logger.php': logger,
  'app/vendor/harbour/log/src/Base.php': base,
  'app/vendor/other/log/src/Logger.php': other,
};

const gauge = `module Tide
  LIMIT = 5

  # A gauge.
  class Gauge < Meter
    # Opens it.
    # @param station [String] its name
    # @return [Gauge] the gauge
    # @raise [ArgumentError] when empty
    # @deprecated Use {#read}.
    def open(station, depth = 3, *more, unit:, scale: 2, **rest)
    end

    def initialize(name); end
  end

  class Meter
    def level; end
  end
end
`;
const ruby = {
  'app/Gemfile': "source 'x'\ngem 'tide'\n",
  'app/Gemfile.lock': 'GEM\n  specs:\n    tide (1.2.0)\n      other (~> 1)\n\nPLATFORMS\n',
  'app/vendor/bundle/ruby/3.1.0/gems/tide-1.2.0/lib/tide.rb': gauge,
  'app/vendor/bundle/ruby/3.1.0/gems/tide-1.3.0/lib/tide.rb': 'module Tide\n  class Later\n  end\nend\n',
  'usr/lib/ruby/3.1.0/ebb.rb':
    'module Ebb\n  class Low\n    def self.get(uri, port = nil)\n    end\n  end\nend\n',
};

async function at(files: Readonly<Record<string, string>>) {
  const root = temporaryWorkspace(files);
  const tools = await evidenceTools({ machine: { root, home: `${root}/home`, variables: {} } });
  return { root: `${root}/app`, tools };
}

describe('a package of Composer', () => {
  it('gives methods by their namespace, at the installed version', async () => {
    const { root, tools } = await at(php);
    const facts = await factsOf(root, 'Harbour\\Log\\Logger::push', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'php', name: 'harbour/log', version: '2.3.1' });
    expect(facts.name).toBe('Harbour\\Log\\Logger::push');
    expect(signature(facts)).toEqual(['$handler: string', '$at?: int = 100', '$more?: string']);
    expect(facts.returns?.value).toBe('self');
    expect(facts.raises?.map(({ value }) => value)).toEqual(['InvalidArgumentException']);
    expect(shown(facts.deprecated)).toMatch(/^since 2\.0, use pushAll by @deprecated/);
  });

  it('gives constructors, constants, inherited methods, and names to choose from', async () => {
    const { root, tools } = await at(php);
    expect(signature(await factsOf(root, 'Harbour\\Log\\Logger', { tools }))).toEqual([
      '$name: string',
      '$handlers?: array = []',
    ]);
    expect((await factsOf(root, 'Logger::LIMIT', { tools })).default?.value).toBe('100');
    expect((await factsOf(root, 'Harbour\\Log\\Logger::name', { tools })).returns?.value).toBe('string');
    expect(await lookUp(root, 'Logger::push', { tools })).toEqual({
      type: 'ambiguous',
      candidates: ['Harbour\\Log\\Logger::push', 'Other\\Log\\Logger::push'],
    });
  });

  it('says what is missing, and that a base which is not installed may have it', async () => {
    const { root, tools } = await at(php);
    expect(await lookUp(root, 'Harbour\\Log\\Logger::pushh', { tools })).toMatchObject({
      type: 'no-such-symbol',
      nearest: ['Harbour\\Log\\Logger::push'],
      isPartial: true,
    });
  });

  it('has a list that was cut off', async () => {
    const { root, tools } = await at({ ...php, 'app/vendor/composer/installed.json': '{"packages": [' });
    expect(await lookUp(root, 'Logger::push', { tools })).toMatchObject({ type: 'not-installed' });
  });
});

describe('a gem', () => {
  it('gives methods at the version of Gemfile.lock', async () => {
    const { root, tools } = await at(ruby);
    const facts = await factsOf(root, 'Tide::Gauge#open', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'ruby', name: 'tide', version: '1.2.0' });
    expect(facts.name).toBe('Tide::Gauge.open');
    expect(signature(facts)).toEqual(['station', 'depth? = 3', 'more?', 'unit', 'scale? = 2', 'rest?']);
    expect(facts.returns?.value).toBe('Gauge');
    expect(facts.raises?.map(({ value }) => value)).toEqual(['ArgumentError']);
    expect(facts.deprecated?.value).toMatch(/Use .*read/);
    expect(await lookUp(root, 'Tide::Later', { tools })).toMatchObject({ type: 'no-such-symbol' });
  });

  it('gives constants, constructors, inherited methods and the standard library', async () => {
    const { root, tools } = await at(ruby);
    expect((await factsOf(root, 'Tide::LIMIT', { tools })).default?.value).toBe('5');
    expect(signature(await factsOf(root, 'Tide::Gauge', { tools }))).toEqual(['name']);
    expect(signature(await factsOf(root, 'Tide::Gauge.new', { tools }))).toEqual(['name']);
    expect((await factsOf(root, 'Tide::Gauge.level', { tools })).name).toBe('Tide::Meter.level');
    expect(await lookUp(root, 'Low.get', { tools })).toMatchObject({ type: 'not-installed' });
    const low = await factsOf(root, 'Ebb::Low.get', { tools });
    expect(signature(low)).toEqual(['uri', 'port? = nil']);
    expect(low.package).toMatchObject({ name: 'ruby', version: '3.1.0' });
  });

  it('knows the library of the newest Ruby alone', async () => {
    const { root, tools } = await at({
      ...ruby,
      'usr/lib/ruby/3.10.0/ebb.rb': 'module Ebb\n  class Low\n    def self.get(uri)\n    end\n  end\nend\n',
      'usr/lib/ruby/vendor_ruby/ebb.rb': 'module Ebb\nend\n',
    });
    const low = await factsOf(root, 'Ebb::Low.get', { tools });
    expect(signature(low)).toEqual(['uri']);
    expect(low.package.version).toBe('3.10.0');
  });
});
