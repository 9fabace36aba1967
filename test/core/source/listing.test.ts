import { describe, expect, it } from 'vitest';
import { type LanguageId, languageById, listSource } from '../../../src/core/source/index.ts';

function listing(id: LanguageId, text: string) {
  const language = languageById(id);
  if (language === undefined) throw new Error(`no language ${id}`);
  const { names, docs } = listSource(text, language);
  for (const { path, start } of names) expect(text.slice(start)).toMatch(path.split('.').at(-1) ?? '');
  return {
    names: names.map(({ path, kind }) => `${kind} ${path}`),
    docs: docs.map(({ path, span }) => `${path}: ${text.slice(span.start, span.end)}`),
  };
}

describe('listing a Python source', () => {
  it('finds classes, functions, members and assigned names, and nothing inside of functions', () => {
    const text = `
LIMIT = 3
timeout: float = 1.5
_hidden, other = 1, 2

class Session(Base):
    trust = True

    def get(self, url, *,
            timeout=None):
        helper = 1
        def inner(): pass

    async def close(self): ...

async def fetch(url):
    class Local: pass

if True:
    def conditional(): pass
`;
    expect(listing('python', text).names).toEqual([
      'variable LIMIT',
      'variable timeout',
      'class Session',
      'member Session.trust',
      'member Session.get',
      'member Session.close',
      'function fetch',
      'function conditional',
    ]);
  });

  it('takes no words of texts and comments for declarations', () => {
    const text = `"""Says:

def not_a_function():
    pass
"""
NOTE = '''
class NotAClass:
'''
# def neither(): pass
def real(a="def no", b='''x
def nor_this(): pass
'''):
    pass
call(
    keyword=1,
    other=2,
)
`;
    expect(listing('python', text).names).toEqual(['variable NOTE', 'function real']);
  });

  it('finds docstrings with the head above them, and the one of the file', () => {
    const text = `#!/usr/bin/env python
"""A module."""

class A:
    r'''A class.'''

    def f(
        self,
    ) -> int:
        """Gives
        a number.
        """
        return """not this"""
`;
    expect(listing('python', text).docs).toEqual([
      ': """A module."""',
      "A: class A:\n    r'''A class.'''",
      'A.f: def f(\n        self,\n    ) -> int:\n        """Gives\n        a number.\n        """',
    ]);
  });

  it('goes on behind a bracket that is never closed', () => {
    expect(listing('python', 'x = call(\n\ndef next():\n    pass\n').names).toEqual([
      'variable x',
      'function next',
    ]);
  });
});

describe('listing a source in JavaScript or TypeScript', () => {
  it('finds declarations and members, private ones left out', () => {
    const text = `
export declare function retry(options: { attempts?: number }): void;
export default class Client<T> extends Base<T> {
  #secret = 1;
  private hidden: string;
  static readonly limit = 3;
  constructor(url: string);
  get<K extends keyof T>(key: K): T[K];
  async close(): Promise<void> { const inner = () => {}; if (x) { y() } }
}
export interface Options { retries?: number; onRetry(error: Error): void }
export type Shape = { width: number };
export const enum Level { low = 1, high }
declare namespace api { function call(): void; }
declare module 'other' { export const VERSION: string; }
export const settings = { depth: 1 }, more = 2;
`;
    expect(listing('typescript', text).names).toEqual([
      'function retry',
      'class Client',
      'member Client.limit',
      'member Client.get',
      'member Client.close',
      'interface Options',
      'member Options.retries',
      'member Options.onRetry',
      'type Shape',
      'member Shape.width',
      'enum Level',
      'member Level.low',
      'member Level.high',
      'namespace api',
      'function api.call',
      'variable VERSION',
      'variable settings',
    ]);
  });

  it('finds what scripts give away by assignments', () => {
    const text = `
'use strict'
exports.parse = function parse(text) { return text }
module.exports.format = (a) => a
Emitter.prototype.on = function (name) {}
function Emitter() { var local = 1 }
var version = '1.0'
`;
    expect(listing('javascript', text).names).toEqual([
      'variable parse',
      'variable format',
      'member Emitter.on',
      'function Emitter',
      'variable version',
    ]);
  });

  it('is not led astray by texts, templates, comments and regular expressions', () => {
    const text =
      'const a = "function no() {";\n' +
      'const b = `$' +
      '{`}`} function no() {`;\n' +
      '// function no() {\n' +
      '/* function no() { */\n' +
      'const c = /[/{"]/g, d = 4 / 2 / 1;\n' +
      'const e = x\n  function_call()\n' +
      'function yes() {}\n';
    expect(listing('javascript', text).names).toEqual([
      'variable a',
      'variable b',
      'variable c',
      'variable e',
      'function yes',
    ]);
  });

  it('finds the comment right above a declaration, with its first line', () => {
    const text = `/** About the file. */

import x from 'x';

/**
 * Waits.
 */
export function wait(ms: number): void;

/** Of nothing. */
call();

export class A {
  /** Closes it. */
  close(): void;
}
`;
    expect(listing('typescript', text).docs).toEqual([
      'wait: /**\n * Waits.\n */\nexport function wait(ms: number): void;',
      'A.close: /** Closes it. */\n  close(): void;',
    ]);
  });

  it('comes to an end with broken text', () => {
    for (const text of ['class A {', '`$', '`${', '/*', "'", 'a = /', '}}}', '({[', '\\', 'class', '/**']) {
      expect(() => listing('typescript', text)).not.toThrow();
      expect(() => listing('python', text)).not.toThrow();
    }
  });
});
