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
