import { describe, expect, it } from 'vitest';
import { expectContradicted, findingsOf, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns', 'yields');

describe('YARD', () => {
  it('contradicts a parameter that is not there', async () => {
    const source = (name: string) =>
      `module Harbour\r\n\tclass Pool < Base\r\n\t\t# Takes 😀 连接.\r\n\t\t#\r\n\t\t# @param [String, nil] ${name} where to\r\n\t\t# @param count [Integer] how often\r\n\t\t# @return [Connection]\r\n\t\tprivate def take(target, count: 1)\r\n\t\t\tfind(target)\r\n\t\tend\r\n\tend\r\nend\r\n`;
    await expectContradicted('ruby', source('⟦tarket⟧'), 'The parameter is called target, not tarket.');
    expect(await fixed('ruby', source('tarket'))).toBe(source('target'));
  });

  it('deletes a parameter that no list has', async () => {
    const source = (line: string) => `# Runs.\n${line}def run; go; end\n`;
    await expectContradicted(
      'ruby',
      source('# @param ⟦level⟧ [Integer]\n#   how loud\n'),
      'run has no parameter level.',
    );
    expect(await fixed('ruby', source('# @param level [Integer]\n#   how loud\n'))).toBe(source(''));
  });

  it.each([
    ['# @param size [Integer] how many, ⟦10 by default⟧\ndef f(size = 20, other = 10); end', '20', '10'],
    ['# @param [String] size ⟦Defaults to \'a\'⟧.\ndef self.f(size: "b"); end', '"b"', "'a'"],
    ['# @param size ⟦defaults to `:a`⟧\ndef f(size: :b); end', ':b', ':a'],
    ['N = 4 * 5\n\n# @param size ⟦defaults to true⟧\ndef f(size = false); end', 'false', 'true'],
    ['class A\n  # How many. ⟦Defaults to 10⟧.\n  SIZE = 20\nend', '20', '10'],
  ])('contradicts a default in %s', async (code, actual, documented) => {
    const name = code.includes('SIZE') ? 'SIZE' : 'size';
    await expectContradicted('ruby', `${code}\n`, `The default of ${name} is ${actual}, not ${documented}.`);
  });

  it.each([
    [
      'the right names',
      '# @param a A.\n# @param b B.\n# @param key K.\n# @param block D.\ndef f(a, b = nil, key:, &block); end',
      'supported',
      'supported',
      'supported',
      'supported',
    ],
    ['options of a hash', '# @option opts [Integer] :a (10) A.\ndef f(opts); end'],
    ['variable arguments', '# @param b B.\ndef f(*a); end', 'unverified'],
    ['forwarded arguments', '# @param b B.\ndef f(...) = g(...)', 'unverified'],
    ['an overload', '# @overload f(b)\n#   @param b B.\ndef f(a); end', 'unverified'],
    ['a directive', '# @!method g(b)\n#   @param b B.\ndef f(a); end'],
    ['what comes back without a return', '# @return [Integer]\ndef f(a) = a', 'unverified'],
    ['void', '# @return [void]\ndef f(a); 1; end', 'unverified'],
    ['what is yielded', '# @yield [a] A.\ndef f(a); yield a; end'],
    ['a comment apart from the code', '# @param b B.\n\ndef f(a); end'],
    ['a magic comment', '# frozen_string_literal: true\ndef f(a); end'],
    [
      'nil that stands for something',
      '# @param a Defaults to 10.\ndef f(a = nil); end',
      'supported',
      'unverified',
    ],
    ['code that does not parse', '# @param b B.\ndef f(a'],
  ])('stays quiet about %s', async (_case, code, ...verdicts) => {
    await quiet('ruby', `${code}\n`, ...verdicts);
  });
});

describe('types in YARD', () => {
  it('contradicts a type that the default is not of', async () => {
    await expectContradicted(
      'ruby',
      "# Sends.\n# @param [⟦Integer⟧] size how many\n# @param [⟦String, nil⟧] name whom\ndef send_to(size = 'a', name = 5)\n  deliver(size, name)\nend\n",
      "size is 'a' when none is given, which is no Integer.",
      'name is 5 when none is given, which is no String, nil.',
    );
  });

  it.each([
    ['false for nothing', '[Integer]', 'false'],
    ['a symbol for a text', '[String]', ':name'],
    ['one of several', '[String, Integer]', '5'],
    ['a class', '[Pathname]', "'a'"],
  ])('says nothing against %s', async (_, type, value) => {
    const text = `# Sends.\n# @param ${type} size how many\ndef deliver(size = ${value})\n  go(size)\nend\n`;
    const findings = await findingsOf('ruby', text);
    expect(findings.filter(({ verdict }) => verdict === 'contradicted')).toEqual([]);
  });
});
