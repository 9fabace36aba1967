import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../src/core/source/index.ts';
import { cursorOn } from '../../support/evidence.ts';

describe('the symbol under the cursor', () => {
  it.each<[LanguageId, string, string, string | undefined]>([
    ['typescript', "import { retry } from 'tiny-retry';\nret|ry(work)", 'retry', 'tiny-retry.retry'],
    ['typescript', "import { retry as again } from 'tiny-retry';\nagain|(work)", 'again', 'tiny-retry.retry'],
    ['typescript', "import { re|try } from 'tiny-retry';", 'retry', 'tiny-retry.retry'],
    ['typescript', "import axios from 'axios';\naxios.g|et('/')", 'axios.get', 'axios.get'],
    ['typescript', "import axios from 'axios';\nax|ios.get('/')", 'axios', 'axios'],
    ['typescript', "import * as z from 'zod';\nz.str|ing()", 'z.string', 'zod.string'],
    ['typescript', "import z = require('zod');\nz.str|ing()", 'z.string', 'zod.string'],
    ['typescript', "import { x } from '@scope/p|kg/sub';", '@scope/pkg/sub', '@scope/pkg/sub'],
    [
      'typescript',
      "import { Queue } from 'q';\nconst a = new Queue();\na.pu|sh(1)",
      'a.push',
      'q.Queue.push',
    ],
    [
      'typescript',
      "import { Queue } from 'q';\nfunction f(a: Queue<number>) { a.pu|sh(1) }",
      'a.push',
      'q.Queue.push',
    ],
    ['typescript', "import { Queue } from 'q';\nnew Queue(1).pu|sh(1)", 'new Queue(1).push', 'q.Queue.push'],
    ['typescript', "import type { Queue } from 'q';\nlet a: Que|ue;", 'Queue', 'q.Queue'],
    ['javascript', "const { get: read } = require('lib');\nre|ad(1)", 'read', 'lib.get'],
    [
      'javascript',
      "const debounce = require('lodash/debounce');\ndeb|ounce(f)",
      'debounce',
      'lodash/debounce',
    ],
    ['javascript', "import { get } from './own.js';\nge|t()", 'get', undefined],
    ['javascript', "import { get } from 'lib';\nfunction f(get) { ge|t() }", 'get', undefined],
    ['javascript', "import { Q } from 'q';\nlet a = new Q();\na = other();\na.pu|sh()", 'a.push', undefined],
    ['javascript', "import { get } from 'lib';\nconst o = { g|et: 1 }", 'get', undefined],
    ['python', 'import requests\nrequests.g|et(u)', 'requests.get', 'requests.get'],
    ['python', 'import os.path as p\np.jo|in(a)', 'p.join', 'os.path.join'],
    ['python', 'from requests import get as g\n|g(u)', 'g', 'requests.get'],
    ['python', 'from requests import Ses|sion', 'Session', 'requests.Session'],
    ['python', 'from requests.ad|apters import Retry', 'adapters', 'requests.adapters'],
    ['python', 'import requests\ns = requests.Session()\ns.ge|t(u)', 's.get', 'requests.Session.get'],
    [
      'python',
      'import requests\nwith requests.Session() as s:\n    s.ge|t(u)',
      's.get',
      'requests.Session.get',
    ],
    [
      'python',
      'import requests\ndef f(s: requests.Session):\n    s.ge|t(u)',
      's.get',
      'requests.Session.get',
    ],
    [
      'python',
      'import requests\nrequests.Session().ge|t(u)',
      'requests.Session().get',
      'requests.Session.get',
    ],
    ['python', 'import requests\ns = requests.Session()\ns = 1\ns.ge|t(u)', 's.get', undefined],
    ['python', 'from . import api\napi.ge|t()', 'api.get', undefined],
    ['python', 'from lib import get\nf(ge|t=1)', 'get', undefined],
  ])('%s: %s', async (language, marked, written, symbol) => {
    const found = await cursorOn(language, marked);
    expect(found?.written).toBe(written);
    expect(found?.query?.symbol).toBe(symbol);
  });

  it('names the package and the ecosystem', async () => {
    const found = await cursorOn('typescript', "import { a } from '@scope/pkg/sub';\n|a()");
    expect(found?.query).toEqual({ symbol: '@scope/pkg/sub.a', package: '@scope/pkg', ecosystem: 'npm' });
    expect((await cursorOn('python', 'import os.path\nos.path.jo|in()'))?.query).toEqual({
      symbol: 'os.path.join',
      package: 'os',
      ecosystem: 'python',
    });
  });

  it('finds nothing on words that name nothing', async () => {
    expect(await cursorOn('javascript', '// com|ment\nconst a = 1;')).toBeUndefined();
    expect(await cursorOn('python', '"te|xt"')).toBeUndefined();
  });
});

describe('the symbol under the cursor in a language whose imports are read as text', () => {
  it.each<[LanguageId, string, string, string | undefined]>([
    ['go', 'package a\nimport "net/http"\nfunc f() { http.G|et("/") }\n', 'http.Get', 'net/http http.Get'],
    [
      'go',
      'package a\nimport (\n\t"fmt"\n\tyml "gopkg.in/yaml.v3"\n)\nfunc f() { yml.Un|marshal(nil, nil) }\n',
      'yml.Unmarshal',
      'gopkg.in/yaml.v3 yaml.v3.Unmarshal',
    ],
    [
      'go',
      'package a\nimport "example.org/tide/v2"\nvar a = tide.L|ow\n',
      'tide.Low',
      'example.org/tide/v2 v2.Low',
    ],
    ['go', 'package a\nimport "net/http"\nfunc f() { http := g(); http.G|et("/") }\n', 'http.Get', undefined],
    ['go', 'package a\nfunc f() { own.G|et() }\n', 'own.Get', undefined],
    ['go', 'package a\nimport "net/http"\nfunc f() { http.Get("/").Bo|dy }\n', '', undefined],
    ['rust', 'use std::fs;\nfn f() { fs::re|ad("a"); }\n', 'fs::read', ' std::fs::read'],
    ['rust', 'use ebb::{Gauge as G, low};\nfn f() { G::op|en(); }\n', 'G::open', ' ebb::Gauge::open'],
    ['rust', 'fn f() { std::mem::sw|ap(a, b); }\n', 'std::mem::swap', ' std::mem::swap'],
    ['rust', 'fn f() { let a = Vec::n|ew(); }\n', 'Vec::new', ' Vec::new'],
    ['rust', 'struct Vec;\nfn f() { let a = Vec::n|ew(); }\n', 'Vec::new', undefined],
    ['rust', 'use crate::own;\nfn f() { own::lo|w(); }\n', 'own::low', undefined],
    ['rust', '// std::fs::re|ad\nfn f() {}\n', '', undefined],
    [
      'java',
      'import java.util.List;\nclass A { Object o = List.o|f(1); }\n',
      'List.of',
      ' java.util.List.of',
    ],
    [
      'java',
      'import static java.lang.Math.max;\nclass A { int o = m|ax(1, 2); }\n',
      'max',
      ' java.lang.Math.max',
    ],
    ['java', 'class A { int o = Math.m|ax(1, 2); }\n', 'Math.max', ' java.lang.Math.max'],
    ['java', 'class A { Math Math; int o = Own.m|ax(1, 2); }\n', 'Own.max', undefined],
    ['kotlin', 'import org.harbour.Gauge as G\nfun f() { G.op|en() }\n', 'G.open', ' org.harbour.Gauge.open'],
    ['kotlin', 'fun f() { Math.m|ax(1, 2) }\n', 'Math.max', undefined],
    ['c', '#include <zlib.h>\nint main(void) { return def|late(0, 0); }\n', 'deflate', ' deflate'],
    ['c', '#include <zlib.h>\nint a = Z_BEST|_SPEED;\n', 'Z_BEST_SPEED', ' Z_BEST_SPEED'],
    ['c', '#include "own.h"\nint main(void) { return def|late(0, 0); }\n', 'deflate', undefined],
    [
      'c',
      '#include <zlib.h>\nstatic int def|late(int a) { return a; }\nint b(void) { return deflate(1); }\n',
      'deflate',
      undefined,
    ],
    ['cpp', '#include <ebb.h>\nint b() { int l|ow = 1; return low; }\n', 'low', undefined],
    [
      'php',
      '<?php\nuse Harbour\\Tide\\Gauge;\n$a = Gauge::op|en(1);\n',
      'Gauge::open',
      ' Harbour\\Tide\\Gauge::open',
    ],
    ['ruby', "require 'net/http'\nNet::HTTP.g|et(1)\n", 'Net::HTTP.get', ' Net::HTTP.get'],
    ['ruby', "require 'net/http'\nmodule Net\nend\nNet.g|et(1)\n", 'Net.get', undefined],
    ['csharp', 'using Harbour.Tide;\nclass A { object b = Gauge.Op|en(1); }\n', 'Gauge.Open', ' Gauge.Open'],
  ])('%s: %s', async (languageId, text, written, expected) => {
    const found = await cursorOn(languageId, text);
    expect(found?.written ?? '').toBe(written);
    const { query } = found ?? {};
    expect(query && `${query.package ?? ''} ${query.symbol}`).toBe(expected);
  });
});
