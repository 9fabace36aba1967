import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('PHPDoc', () => {
  it('contradicts a parameter that is not there', async () => {
    const source = (name: string) =>
      `<?php\n/**\n * Sends 😀 到主机.\n *\n * @param array<string, int>|null ${name} Where to.\n * @param int $count How often.\n */\nfunction send(?array &$target, int $count) { echo $target; }\n`;
    await expectContradicted('php', source('⟦$tarket⟧'), 'The parameter is called $target, not $tarket.');
    expect(await fixed('php', source('$tarket'))).toBe(source('$target'));
  });

  it('contradicts a returned value where none comes back', async () => {
    await expectContradicted(
      'php',
      '<?php\nclass A {\n  /** ⟦@return int the count⟧ */\n  function send($a) { if ($a) return; echo $a; }\n  /** ⟦@return int the count⟧ */\n  function log($a): void { echo $a; }\n}',
      'send never returns a value.',
      'log never returns a value.',
    );
  });

  it('contradicts nothing where a value comes back', async () => {
    await expectContradicted(
      'php',
      '<?php\n/** ⟦@return void⟧ */\nfunction f($a) { return [$a]; }',
      'A value comes back: return [$a];',
    );
  });

  it.each([
    ['/** @param int $size How many, ⟦10 by default⟧. */ function f(int $size = 20) {}', '$size', '20', '10'],
    [
      "/** @param string $size ⟦Defaults to 'a'⟧. */ function f($size = 'b\\'s') {}",
      '$size',
      "'b\\'s'",
      "'a'",
    ],
    ['/** @param bool $size ⟦Defaults to true⟧. */ function f($size = FALSE) {}', '$size', 'FALSE', 'true'],
    [
      'class A { const N = 20;\n /** @param int $size ⟦Defaults to 10⟧. */ function f($size = self::N) {} }',
      '$size',
      'self::N',
      '10',
    ],
    ['class A {\n /** ⟦Defaults to 10⟧. */ private ?int $size = 20; }', '$size', '20', '10'],
  ])('contradicts a default in %s', async (code, name, actual, documented) => {
    await expectContradicted(
      'php',
      `<?php\n${code}`,
      `The default of ${name} is ${actual}, not ${documented}.`,
    );
  });

  it.each([
    [
      'the right names',
      '/** @param callable(int $x): string $a A.\n * @param array{b: int} ...$b B. */ function f($a, array ...$b) {}',
      'supported',
      'supported',
    ],
    ['variable arguments', '/** @param int $b B. */ function f() { return func_get_args(); }', 'unverified'],
    [
      'an argument in a comment of the list',
      '/** @param int $b B. */ function f(/* int $b = 1 */) { g(); }',
      'unverified',
    ],
    [
      'an interface',
      'interface I { /** @param int $b B.\n * @return int */ function f(); }',
      'unverified',
      'unverified',
    ],
    ['a name without its sign', '/** @param int b B. */ function f($a) { g(); }'],
    ['a generator', '/** @return iterable */ function f() { yield 1; }', 'unverified'],
    ['what may be null', '/** @return int|null */ function f($a) { if ($a) return; g(); }', 'unverified'],
    ['a body to be filled', '/** @return int */ function f($a) { throw new E(); }', 'unverified'],
    ['nothing', '/** @return void */ function f($a) { g(); }', 'supported'],
    [
      'a closure inside',
      '/** @return void */ function f($a) { $b = function () { return 1; }; $b(); }',
      'supported',
    ],
    [
      'a property that the constructor sets',
      'class A { /** Defaults to 10. */ public $a = 5; function __construct() { $this->a = 10; } }',
      'unverified',
    ],
    [
      'the same list',
      '/** @param array $a Defaults to []. */ function f($a = array()) { g(); }',
      'supported',
      'supported',
    ],
    [
      'a null that stands for something',
      '/** @param int $a Defaults to 10. */ function f($a = null) { g(); }',
      'supported',
      'unverified',
    ],
  ])('stays quiet about %s', async (_case, code, ...verdicts) => {
    await quiet('php', `<?php\n${code}`, ...verdicts);
  });
});

describe('types in PHPDoc', () => {
  const types = quietOf('parameter-type', 'return-type');

  it('contradicts types that the signature writes otherwise', async () => {
    await expectContradicted(
      'php',
      `<?php
/**
 * @param ⟦int⟧ $a A.
 * @param ⟦string|null⟧ $b B.
 * @return ⟦string⟧
 */
function f(string $a, ?int $b): int { return 1; }`,
      '$a is declared as string, not as int.',
      '$b is declared as ?int, not as string|null.',
      'f hands back something else than string: int',
    );
  });

  it('contradicts a type that the default is not of', async () => {
    await expectContradicted(
      'php',
      "<?php\n/** @param ⟦int⟧ $size How many. */\nfunction f($size = 'b') {}",
      "$size is 'b' when none is given, which is no int.",
    );
  });

  it.each([
    ['false for nothing', '/** @param string $a A. */ function f($a = false) {}', 'unverified'],
    ['a callable by name', "/** @param callable $a A. */ function f($a = 'strlen') {}", 'supported'],
    ['a list in more words', '/** @param array<string, int> $a A. */ function f(array $a) {}', 'supported'],
    [
      'a type of several lines',
      '/**\n * @param array{\n *   name: string\n * } $a A.\n */ function f(array $a) {}',
      'supported',
    ],
    ['a class', '/** @param Stringable $a A. */ function f(string $a) {}', 'unverified'],
    ['a narrower text', '/** @param non-empty-string $a A. */ function f(string $a) {}', 'supported'],
  ])('says nothing against %s', async (_, code, verdict) => {
    await types('php', `<?php\n${code}`, verdict);
  });
});
