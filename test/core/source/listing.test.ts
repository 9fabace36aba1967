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

describe('listing sources in other languages with braces', () => {
  it('finds what Go declares, methods under their receiver', () => {
    const text = `package web

// Get asks for a page.
func Get(url string) (*Response, error) { if x { return nil, nil } }
func (c *Client) Do(req *Request) error { return nil }
func (s Set[T]) Has(v T) bool { return true }
type Client struct {
	Timeout time.Duration
	inner   int
}
type Doer interface {
	Do(req *Request) error
}
type Name string
const (
	Low  = 1
	High = 2
)
var Default = 'x'
`;
    expect(listing('go', text)).toEqual({
      names: [
        'function Get',
        'member Client.Do',
        'member Set.Has',
        'class Client',
        'member Client.Timeout',
        'member Client.inner',
        'interface Doer',
        'member Doer.Do',
        'type Name',
        'variable Low',
        'variable High',
        'variable Default',
      ],
      docs: [
        'Get: // Get asks for a page.\nfunc Get(url string) (*Response, error) { if x { return nil, nil } }',
      ],
    });
  });

  it('finds what Rust declares, methods under the type of their impl', () => {
    const text = `/// Joins.
#[must_use]
pub fn join<'a>(parts: &'a [&str]) -> String { let c = '{'; String::new() }
pub struct Client { pub timeout: u64, hidden: u8 }
impl<T: Clone> Client { pub async fn get(&self) {} }
impl fmt::Display for Client { fn fmt(&self) {} }
pub enum Level { Low, High(u8) }
pub trait Read { fn read(&mut self); }
macro_rules! shout { () => {} }
pub mod inner { pub const LIMIT: usize = 3; }
`;
    const { names, docs } = listing('rust', text);
    expect(names).toEqual([
      'function join',
      'class Client',
      'member Client.timeout',
      'member Client.get',
      'member Client.fmt',
      'enum Level',
      'member Level.Low',
      'member Level.High',
      'interface Read',
      'member Read.read',
      'macro shout',
      'namespace inner',
      'variable inner.LIMIT',
    ]);
    expect(docs[0]).toMatch(/^join: \/\/\/ Joins\.\n#\[must_use\]\npub fn join/);
  });

  it('finds what Java declares', () => {
    const text = `package a;
import java.util.Map;
/** A cache. */
@Beta
public final class Cache<K, V> extends Base {
  private int hidden;
  public static final int LIMIT = 3;
  /** Gets it. */
  @Override
  public Map<String, List<V>> get(K key, int... more) { if (x) { call(); } return null; }
  enum Mode { FAST, SLOW; void run() {} }
}
`;
    const { names, docs } = listing('java', text);
    expect(names).toEqual([
      'class Cache',
      'member Cache.LIMIT',
      'member Cache.get',
      'enum Cache.Mode',
      'member Cache.Mode.FAST',
      'member Cache.Mode.SLOW',
      'member Cache.Mode.run',
    ]);
    expect(docs.map((doc) => doc.split(':')[0])).toEqual(['Cache', 'Cache.get']);
  });

  it('finds what headers of C declare', () => {
    const text = `#ifndef X_H
#define X_H
#define MAX(a, b) \\
  ((a) > (b) ? { (a) : (b))
#ifdef __cplusplus
extern "C" {
#endif
/** Opens it. */
XAPI int *x_open(const char *path, int flags);
struct x_file { int size; };
typedef enum x_mode { X_READ } x_mode;
static inline int x_size(struct x_file *f) { return f->size; }
`;
    expect(listing('cpp', text).names).toEqual([
      'macro X_H',
      'macro MAX',
      'function x_open',
      'class x_file',
      'enum x_mode',
      'function x_size',
    ]);
  });

  it('finds what PHP declares', () => {
    const text = `<?php
namespace App\\Web;
# class NotThis {}
/** Renders. */
function render(string $name, int $size = 3): string { return ''; }
final class View { public const LIMIT = 3; public function show() {} private function hide() {} }
`;
    expect(listing('php', text).names).toEqual([
      'function render',
      'class View',
      'member View.LIMIT',
      'member View.show',
    ]);
  });
});
