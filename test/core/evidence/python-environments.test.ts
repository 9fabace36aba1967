import { describe, expect, it } from 'vitest';
import { evidenceTools, factsOf, lookUp, signature } from '../../support/evidence.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';

const metadata = (name: string, version: string) =>
  `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`;

describe('where Python packages stand', () => {
  it.each([
    '.venv/lib/python3.12/site-packages',
    'venv/lib/python3.9/site-packages',
    'env/Lib/site-packages',
    'app/.venv/lib/python3.12/site-packages',
  ])('finds them in %s', async (site) => {
    const workspace = temporaryWorkspace({
      [`${site}/yaml/__init__.py`]: 'def load(stream, *, depth=9): pass\n',
      [`${site}/PyYAML-6.0.dist-info/METADATA`]: metadata('PyYAML', '6.0'),
      [`${site}/PyYAML-6.0.dist-info/RECORD`]: 'yaml/__init__.py,sha256=abc,120\n',
      [`${site}/other-1.0.dist-info/METADATA`]: metadata('other', '1.0'),
      [`${site}/other-1.0.dist-info/RECORD`]: 'other.py,,\n',
      'app/src/main.py': '',
    });
    for (const symbol of ['yaml.load', 'PyYAML.load', 'pyyaml.load']) {
      const facts = await factsOf(`${workspace}/app/src`, symbol, { ecosystem: 'python' });
      expect(facts.package).toMatchObject({ name: 'PyYAML', version: '6.0' });
      expect(facts.name).toBe('yaml.load');
      expect(signature(facts)).toEqual(['stream', 'depth? = 9']);
    }
  });

  it('takes what a module imports for its own use for no part of it', async () => {
    const site = '.venv/lib/python3.12/site-packages';
    const workspace = temporaryWorkspace({
      [`${site}/harbour.py`]: 'import tides\nimport posixtide as tide\nfrom os import sep\n',
      [`${site}/tides.py`]: 'def low(): pass\n',
      [`${site}/posixtide.py`]: 'def high(): pass\n',
    });
    const query = { ecosystem: 'python' } as const;
    expect(await lookUp(workspace, 'harbour.tides.Server', query)).toMatchObject({ type: 'not-installed' });
    expect(await lookUp(workspace, 'harbour.tide.hihg', query)).toMatchObject({
      type: 'no-such-symbol',
      nearest: ['tide.high'],
    });
    expect((await factsOf(workspace, 'harbour.tides.low', query)).name).toBe('tides.low');
  });

  it('reads egg-info, top_level.txt and namespace packages', async () => {
    const site = '.venv/lib/python3.12/site-packages';
    const workspace = temporaryWorkspace({
      [`${site}/old.py`]: 'def f(a=1): pass\n',
      [`${site}/Old_Name-0.3-py3.12.egg-info/PKG-INFO`]: metadata('Old-Name', '0.3'),
      [`${site}/Old_Name-0.3-py3.12.egg-info/top_level.txt`]: 'old\n',
      [`${site}/cloud/storage/__init__.py`]: 'def put(b=2): pass\n',
      [`${site}/cloud_storage-2.0.dist-info/METADATA`]: metadata('cloud-storage', '2.0'),
      [`${site}/cloud_storage-2.0.dist-info/RECORD`]: '"cloud/storage/__init__.py",,\n',
    });
    expect((await factsOf(workspace, 'old.f')).package).toMatchObject({ name: 'Old-Name', version: '0.3' });
    expect((await factsOf(workspace, 'Old-Name.f')).name).toBe('old.f');
    expect((await factsOf(workspace, 'cloud.storage.put')).package).toMatchObject({
      name: 'cloud-storage',
      version: '2.0',
    });
  });

  it('takes the standard library of the version that the environment has', async () => {
    const machine = temporaryWorkspace({
      'lib/python3.11/os.py': '',
      'lib/python3.11/json/__init__.py': 'def dumps(obj, eleven=11): pass\n',
      'lib/python3.12/os.py': '',
      'lib/python3.12/json/__init__.py': 'def dumps(obj, twelve=12): pass\n',
      'lib/python3.12/site-packages/six.py': 'def u(s): pass\n',
    });
    const tools = await evidenceTools({
      pythons: [`${machine}/lib/python3.11`, `${machine}/lib/python3.12`],
    });
    const workspace = temporaryWorkspace({
      '.venv/lib/python3.12/site-packages/p.py': '',
      'pyproject.toml': '',
    });
    const facts = await factsOf(workspace, 'json.dumps', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'python', name: 'python', version: '3.12' });
    expect(signature(facts)).toEqual(['obj', 'twelve? = 12']);
    expect(await lookUp(workspace, 'six.u', { tools })).toMatchObject({ type: 'not-installed' });

    const bare = temporaryWorkspace({ 'main.py': '' });
    expect(signature(await factsOf(bare, 'json.dumps', { tools }))).toEqual(['obj', 'eleven? = 11']);
    expect((await factsOf(bare, 'six.u', { tools })).package).toMatchObject({ name: 'six' });
  });

  it('prefers stubs that are installed apart, and follows a default to another module', async () => {
    const site = '.venv/lib/python3.12/site-packages';
    const workspace = temporaryWorkspace({
      [`${site}/p/__init__.py`]: 'from .base import WAIT, Marker, _unset\nfrom .base import go as go\n',
      [`${site}/p/base.py`]:
        'WAIT = 30\n_unset = object()\nLIMITS = Limits(most=4)\ndef go(wait=WAIT, mark=_unset, limits=LIMITS): pass\n',
      [`${site}/p-stubs/__init__.pyi`]:
        'def go(wait: int = ..., mark: object = ..., limits: object = ...) -> None: ...\n',
    });
    const facts = await factsOf(workspace, 'p.go');
    expect(facts.head.path).toMatch(/p-stubs/);
    expect(signature(facts)).toEqual([
      'wait?: int = 30',
      'mark?: object = _unset',
      'limits?: object = Limits(most=4)',
    ]);
  });
});

describe('what Python sources say', () => {
  const site = '.venv/lib/python3.12/site-packages';
  const withSource = (text: string) => temporaryWorkspace({ [`${site}/p.py`]: text });

  it('keeps only what definitions in several branches agree on', async () => {
    const workspace = withSource(
      'import sys\nif sys.version_info > (3, 9):\n    def f(a=1): pass\n    def g(a=1): pass\n    LIMIT = 1\nelse:\n    def f(a=2): pass\n    def g(a=1): pass\n    LIMIT = 2\n',
    );
    expect((await factsOf(workspace, 'p.f')).parameters).toBeUndefined();
    expect(signature(await factsOf(workspace, 'p.g'))).toEqual(['a? = 1']);
    expect((await factsOf(workspace, 'p.LIMIT')).default).toBeUndefined();
  });

  it('reads types out of fields and underlined sections', async () => {
    const workspace = withSource(`def f(a, b=None):
    """Does it.

    :param int a: How many.
    :type b: str or None
    :rtype: list
    """

def g(a, b=1):
    """Does it.

    Parameters
    ----------
    a : float
        How much.
    b : int, optional

    Returns
    -------
    total : float
        The sum.
    """
`);
    const fields = await factsOf(workspace, 'p.f');
    expect(signature(fields)).toEqual(['a: int', 'b?: str or None = None']);
    expect(fields.returns?.value).toBe('list');
    const sections = await factsOf(workspace, 'p.g');
    expect(signature(sections)).toEqual(['a: float', 'b?: int = 1']);
    expect(sections.returns?.value).toBe('float');
  });

  it('follows objects of the module, overloads and other names', async () => {
    const workspace = withSource(`from typing import overload
class Dice:
    def roll(self, sides=6): pass
    throw = roll
_dice = Dice()
roll = _dice.roll
again = one = roll

class Point:
    def __new__(cls, x, y=0): pass

@overload  # one
def f(a: int) -> int: ...
@overload
def f(a: str) -> str: ...
def f(a): return a
`);
    expect(signature(await factsOf(workspace, 'p.roll'))).toEqual(['sides? = 6']);
    expect(signature(await factsOf(workspace, 'p.one'))).toEqual(['sides? = 6']);
    expect(signature(await factsOf(workspace, 'p.Dice.throw'))).toEqual(['sides? = 6']);
    expect(signature(await factsOf(workspace, 'p.Point'))).toEqual(['x', 'y? = 0']);
    const overloaded = await factsOf(workspace, 'p.f');
    expect(overloaded.overloads).toBe(2);
    expect(signature(overloaded)).toEqual(['a: int']);
  });

  it('takes no directive about a parameter for a deprecation of the function', async () => {
    const workspace = withSource(`def f(a):
    """Does it.

    .. deprecated:: 1.0 *a* is ignored.
    """

def g(a):
    """Does it.

    Args:
        a: It.

            .. deprecated:: 1.0
    """

def h(a):
    """Does it.

    .. deprecated:: 1.0

        Use f.
    """
`);
    expect((await factsOf(workspace, 'p.f')).deprecated).toBeUndefined();
    expect((await factsOf(workspace, 'p.g')).deprecated).toBeUndefined();
    expect((await factsOf(workspace, 'p.h')).deprecated?.value).toBe('Use f.');
  });
});

describe('overloads', () => {
  it('have the defaults of the definition behind them', async () => {
    const site = '.venv/lib/python3.12/site-packages';
    const workspace = temporaryWorkspace({
      [`${site}/p.py`]:
        'from typing import overload\n@overload\ndef f(a: int, b: int = ..., c: int = 3) -> int: ...\n@overload\ndef f(a: str, b: str = ...) -> str: ...\ndef f(a, b=2, c=4): return a\n',
    });
    const facts = await factsOf(workspace, 'p.f');
    expect(signature(facts)).toEqual(['a: int', 'b?: int = 2', 'c?: int = 3']);
    expect(facts.agreement).toMatchObject({ returns: false, defaults: ['b'] });
  });
});

describe('names that need care in Python', () => {
  const site = '.venv/lib/python3.12/site-packages';
  const withFiles = (files: Readonly<Record<string, string>>) =>
    temporaryWorkspace(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${site}/${path}`, text])),
    );

  it('takes an import before the variable that stands in for it', async () => {
    const workspace = withFiles({
      'p.py':
        'try:\n    from q import f\nexcept ImportError:\n    f = None\ntry:\n    from gone import g\nexcept ImportError:\n    g = None\n',
      'q.py': 'def f(a=1): pass\n',
    });
    expect(signature(await factsOf(workspace, 'p.f'))).toEqual(['a? = 1']);
    expect(await lookUp(workspace, 'p.g')).toMatchObject({ type: 'no-such-symbol', isPartial: true });
  });

  it('takes no module inside a package for what a star import gives', async () => {
    const workspace = withFiles({
      'p/__init__.py': 'from .a import *\nfrom .b import *\n',
      'p/a/__init__.py': '',
      'p/a/cut.py': '',
      'p/b.py': 'def cut(size=3): pass\n',
    });
    expect(signature(await factsOf(workspace, 'p.cut'))).toEqual(['size? = 3']);
    expect((await factsOf(workspace, 'p.a.cut')).kind).toBe('module');
  });

  it('finds no module of one package under the bare name of another', async () => {
    const workspace = withFiles({
      'p/__init__.py': '',
      'p/tools.py': 'def f(): pass\nclass C:\n    def m(self): pass\n',
    });
    expect(await lookUp(workspace, 'tools.f', { ecosystem: 'python' })).toMatchObject({
      type: 'not-installed',
    });
  });

  it('reads methods in branches, and parameter lists that go over lines', async () => {
    const workspace = withFiles({
      'p.py':
        'import sys\nclass C:\n    if sys.platform == "x":\n        def m(self, a=1, \\\n              b=2): pass\n\nONE, TWO = range(2)\n',
    });
    expect(await factsOf(workspace, 'p.C.m')).toMatchObject({ kind: 'method' });
    expect(signature(await factsOf(workspace, 'p.C.m'))).toEqual(['a? = 1', 'b? = 2']);
    expect((await factsOf(workspace, 'p.TWO')).default).toBeUndefined();
  });

  it('says nothing of the call of an enumeration, or of a class whose base is not installed', async () => {
    const workspace = withFiles({
      'p.py':
        'import enum\nfrom gone import Base\nclass E(enum.Enum):\n    A = 1\nclass B:\n    def __init__(self, a): pass\nclass C(Base, B): pass\nclass D(B): pass\nclass F(namedtuple("F", "a b")): pass\n',
    });
    for (const name of ['E', 'C', 'F']) {
      const facts = await factsOf(workspace, `p.${name}`);
      expect(facts.parameters).toBeUndefined();
      expect(facts.isCallUnknown).toBe(true);
    }
    expect(signature(await factsOf(workspace, 'p.D'))).toEqual(['a']);
    expect((await factsOf(workspace, 'p.E.A')).default?.value).toBe('1');
  });

  it('says nothing of the call of a function that a variable may stand in for', async () => {
    const workspace = withFiles({
      'p.py': 'import sys\nif sys.argv:\n    f = make()\nelse:\n    def f(a=1): pass\n',
    });
    expect(await factsOf(workspace, 'p.f')).toMatchObject({ kind: 'function', isCallUnknown: true });
  });

  it('keeps the name of an enumeration member as a default', async () => {
    const workspace = withFiles({
      'p.py': 'class E:\n    A = None\nLIMIT = 3\ndef f(e=E.A, n=LIMIT): pass\n',
    });
    expect(signature(await factsOf(workspace, 'p.f'))).toEqual(['e? = E.A', 'n? = 3']);
  });

  it('finds what only the source has beside a stub', async () => {
    const workspace = withFiles({
      'p.py': 'def f(a=1): pass\ndef g(b=2): pass\n',
      'p.pyi': 'def f(a: int = ...) -> None: ...\n',
    });
    const facts = await factsOf(workspace, 'p.g');
    expect(facts.head.path).toMatch(/p\.py$/);
    expect(signature(facts)).toEqual(['b? = 2']);
  });
});
