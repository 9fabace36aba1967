import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('rustdoc', () => {
  it('contradicts an argument that is not there', async () => {
    const source = (name: string) =>
      `impl<T> Pool<T> {\r\n\t/// Takes 😀 连接.\r\n\t///\r\n\t/// # Arguments\r\n\t///\r\n\t/// * \`${name}\` - Where to.\r\n\t/// * \`count\` - How often.\r\n\t#[inline]\r\n\tpub fn take<'a>(&'a self, target: &str, mut count: u8) -> Result<T, E> { todo!() }\r\n}\r\n`;
    await expectContradicted('rust', source('⟦tarket⟧'), 'The parameter is called target, not tarket.');
    expect(await fixed('rust', source('tarket'))).toBe(source('target'));
  });

  it('deletes an argument that no list has', async () => {
    const source = (line: string) => `/// Runs.\n/// # Parameters\n${line}fn run() {}\n`;
    await expectContradicted(
      'rust',
      source('/// - ⟦level⟧: how loud\n///   it is\n'),
      'run has no parameter level.',
    );
    expect(await fixed('rust', source('/// - level: how loud\n///   it is\n'))).toBe(source(''));
  });

  it('contradicts a returned value of a function that returns nothing', async () => {
    await expectContradicted(
      'rust',
      'trait A {\n  /// Sends.\n  /// # Returns\n  ///\n  /// ⟦The number of bytes.⟧\n  fn send(&self);\n}',
      'send never returns a value.',
    );
  });

  it.each([
    ['/** How many. ⟦Defaults to 10⟧. */ const SIZE: usize = 0x14_usize;', '0x14_usize', '10'],
    ['/// ⟦Default is `1.5`⟧.\nstatic SIZE: f32 = 2.5e0f32;', '2.5e0f32', '1.5'],
    ['/// ⟦true by default⟧.\n#[doc(hidden)]\nconst SIZE: bool = false;', 'false', 'true'],
  ])('contradicts a default in %s', async (code, actual, documented) => {
    await expectContradicted('rust', code, `The default of SIZE is ${actual}, not ${documented}.`);
  });

  it.each([
    [
      'the receiver',
      '/// # Arguments\n/// * `self` - This.\n/// * `a` - A.\nfn f(&self, _a: u8) {}',
      'supported',
    ],
    ['a pattern', '/// # Arguments\n/// * `b` - B.\nfn f((a, c): (u8, u8)) {}', 'unverified'],
    ['type parameters', '/// # Arguments\n/// * `t` - A type.\nfn f<t, const N: usize>(a: t) {}'],
    [
      'items below an item',
      '/// # Arguments\n/// * `a` - One of:\n///   * `b` - B.\nfn f(a: u8) {}',
      'supported',
    ],
    ['an example', '/// ```\n/// # Arguments\n/// * `b` - B.\n/// ```\nfn f(a: u8) {}'],
    ['another section', '/// # Panics\n/// * `b` - B.\nfn f(a: u8) {}'],
    ['the unit', '/// # Returns\n/// Returns `()`.\nfn f() -> () {}', 'unverified'],
    ['a value', '/// # Returns\n/// One.\nfn f() -> u8 { 1 }', 'supported'],
    ['a future', '/// # Returns\n/// A future.\nasync fn f() {}', 'unverified'],
    ['a function that never returns', '/// # Returns\n/// One.\nfn f() -> ! { loop {} }', 'unverified'],
    ['a key', '/// The default is "b".\nconst A: &str = "a";', 'unverified'],
    ['an ordinary comment', '//// # Arguments\n//// * `b` - B.\nfn f(a: u8) {}'],
    ['the documentation of the module', '//! # Arguments\n//! * `b` - B.\nfn f(a: u8) {}'],
  ])('stays quiet about %s', async (_case, code, ...verdicts) => {
    await quiet('rust', code, ...verdicts);
  });
});
