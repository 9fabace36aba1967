import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../../src/core/source/index.ts';
import { expectContradicted, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('Doxygen', () => {
  it.each<LanguageId>(['c', 'cpp'])('contradicts a parameter that is not there, in %s', async (language) => {
    const source = (name: string) =>
      `/*!\r\n * Sends 😀 到主机.\r\n *\t\\param[in,out] ${name} Where to.\r\n * @param count How often.\r\n */\r\nstatic const char *send(struct host *target, int count[2], void (*done)(int)) { return 0; }\r\n`;
    await expectContradicted(language, source('⟦tarket⟧'), 'The parameter is called target, not tarket.');
    expect(await fixed(language, source('tarket'))).toBe(source('target'));
  });

  it('contradicts one of several names', async () => {
    await expectContradicted(
      'c',
      '/// Adds.\n/// @param a,⟦c⟧,b The numbers.\nint add(int a, int b);\n/** @param ⟦x⟧ A. */\n#define TWICE(a) ((a) * 2)\n',
      'add has no parameter c.',
      'The parameter is called a, not x.',
    );
  });

  it.each<[LanguageId, string]>([
    ['c', '/** ⟦@return the count⟧ */\nextern void send(int a);'],
    [
      'cpp',
      'class A {\n  //! ⟦\\return the count⟧\n  template <typename T> void send(T a) const noexcept;\n};',
    ],
  ])('contradicts a returned value where none comes back, in %s', async (language, code) => {
    await expectContradicted(language, code, 'send never returns a value.');
  });

  it.each<[LanguageId, string, string, string]>([
    [
      'cpp',
      'struct A { /** @param size ⟦Defaults to 10⟧. */ explicit A(int size = 20, int other = 10); };',
      '20',
      '10',
    ],
    ['cpp', "struct A {\n  /// ⟦Defaults to <tt>1000</tt>⟧.\n  int size{2'000u};\n};", "2'000u", '1000'],
    ['cpp', '/// ⟦false by default⟧.\nconstexpr bool size = true;', 'true', 'false'],
    ['c', '/** How many, ⟦10 by default⟧. */\n#define size 0x14UL\n', '0x14UL', '10'],
    ['c', '/** How many, ⟦default: 10⟧. */\nstatic int size = 4 * 5;', '4 * 5', '10'],
  ])('contradicts a default in %s: %s', async (language, code, actual, documented) => {
    await expectContradicted(language, code, `The default of size is ${actual}, not ${documented}.`);
  });

  it.each<[string, LanguageId, string, ...string[]]>([
    [
      'the right names',
      'cpp',
      '/** @param a A.\n * @param bs B. */\ntemplate <class... T> T &A<T>::f(const T *a, T &&...bs) {}',
      'supported',
      'supported',
    ],
    ['a template parameter', 'cpp', '/** @param T A type. */\ntemplate <class T, int N = 3> void f(T a);'],
    ['an unnamed parameter', 'c', '/** @param a A. */\nint f(int, char *);', 'unverified'],
    [
      'a parameter that is commented out',
      'cpp',
      '/** @param b B. */\nint f(int /*b*/) { return 1; }',
      'unverified',
    ],
    ['variable arguments', 'c', '/** @param args A. */\nint f(const char *format, ...);', 'unverified'],
    ['none', 'c', '/** @param None\n * @return none */\nvoid f(void) {}', 'supported'],
    ['a comment about another symbol', 'c', '/** @fn int g(int b)\n * @param b B. */\nint f(int a);'],
    [
      'a macro that looks like a function',
      'cpp',
      'struct A {\n  /** @param b B. */\n  Q_PROPERTY(int a)\n};',
    ],
    [
      'overloads that share a comment',
      'cpp',
      '/** @param b B.\n * @return A. */\nvoid f(int a);\nint f(int a, int b);',
      'unverified',
      'unverified',
    ],
    ['an old definition', 'c', '/** @param a A. */\nint f(a, b) int a; char *b; { return a; }', 'supported'],
    ['a pointer', 'c', '/** @return The place. */\nvoid *f(int a);', 'supported'],
    ['a constructor', 'cpp', 'struct A {\n  /** @return A. */\n  A();\n};', 'unverified'],
    [
      'a member that a constructor sets',
      'cpp',
      'struct A {\n  A() : a(10) {}\n  /** Defaults to 10. */\n  int a = 5;\n};',
      'unverified',
    ],
    ['a comment behind the member before', 'c', 'struct a {\n  int b; /**< Defaults to 10. */\n  int c;\n};'],
    ['an enumerator', 'c', 'enum a {\n  /** The default is 10. */\n  B = 5\n};', 'unverified'],
    ['a decorated type', 'cpp', '/** @param b B. */\nAPI_EXTERN int f(int b);', 'supported'],
    ['a local variable', 'c', 'int f(int a) {\n  /** Defaults to 10. */\n  int b = 5;\n  return b;\n}'],
  ])('stays quiet about %s', async (_case, language, code, ...verdicts) => {
    await quiet(language, code, ...verdicts);
  });
});

describe('comments of GTK and the kernel', () => {
  const source = (head: string, name: string) =>
    `/**\n * send:\n * @${name}: (nullable): where to\n * @count: how often\n *\n * Sends what is there; @other is left.\n *\n * Returns: (transfer full): the count\n */\n${head} send (Host *target, int count)`;

  it('contradicts a name of a declaration, and a value that does not come back', async () => {
    const text = `${source('static void', '⟦tarket⟧').replace('Returns', '⟦Returns').replace('the count', 'the count⟧')} { }`;
    await expectContradicted(
      'c',
      text,
      'The parameter is called target, not tarket.',
      'send never returns a value.',
    );
  });

  it('leaves names of a public definition to its header', async () => {
    await quiet('c', `${source('int', 'host')} { return 1; }`, 'supported');
  });

  it('reads no comment about another symbol', async () => {
    await quiet('c', `${source('void', 'host').replace('send:', 'SECTION:send')};`);
  });
});
