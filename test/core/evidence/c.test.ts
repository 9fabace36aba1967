import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { evidenceTools, factsOf, lookUp, shown, signature } from '../../support/evidence.ts';
import { type TemporaryFile, temporaryWorkspace } from '../../support/temporary-workspace.ts';

const header = `#ifndef TIDE_H
#define TIDE_H
#ifdef __cplusplus
extern "C" {
#endif
#define TIDE_TRIES 3 /* tries */
#define TIDE_MAX(a, b) ((a) > (b) ? (a) : (b))
#define tide_name TIDE_PREFIXED(tide_name)

typedef struct tide tide_t;
enum tide_unit { TIDE_METRE = 1, TIDE_FOOT = 4, TIDE_OTHER };

TIDE_API tide_t *TIDE_CALL tide_open(const char *station, unsigned int, int (*visit)(void *, int), ...);

/**
 * Old.
 * @deprecated Use tide_open instead.
 */
extern const char *tide_old(tide_t *tide, char name[20]) __attribute__((nonnull(1)));
TIDE_DEPRECATED(2.0, "Use tide_level2")
double tide_level(void);
int tide_packed OF((tide_t * tide, long level));
static inline int tide_inline(int a) { return tide_called(a, 1); }
TIDE_A TIDE_B foo bar tide_unclear(int a);
TIDE_ATTRIBUTE TIDE_API_OF(const char *)
tide_wrapped(tide_t *tide);
TIDE_API_OF(tide_unit_t) tide_unit_of(tide_t *tide) TIDE_NOTHROW;
TIDE_SINCE(LATER) HANDLE tide_handle(int a);
TIDE_SINCE(later) HANDLE tide_since(int a);
TIDE_EXPORT(82, void, tide_exported, (tide_t *tide,
    int level), TIDE_DEPRECATED);
#define TIDE_MOST TIDE_TRIES
#define TIDE_FLAG (1 << 4 | 1)
#define TIDE_ERROR (*tide_error_place())
#define TIDE_ALL (TIDE_FLAG|TIDE_TRIES)
#define TIDE_NAME "a|b"
#define TIDE_FACTOR 1e-3
typedef enum tide_state_e {
  TIDE_LOW = '{', /* , */
  TIDE_NEXT,
#define TIDE_HIGH TIDE_HIGH
  TIDE_HIGH TIDE_MARK(2) = 0x10,
  TIDE_HIGHER
} TIDE_PACKED tide_state_t;
enum tide_chosen {
  TIDE_FIRST,
#ifdef TIDE_MORE
  TIDE_SECOND,
#endif
  TIDE_THIRD
};

#ifdef __cplusplus
}
#endif
namespace tide {
class Gauge {
 public:
  explicit Gauge(const char *station);
  double level(int depth = 3) const;
  const char *station(const Gauge &other);
};
}
#endif
`;
const page = `.\\" A comment
.TH strlenx 3 2023-02-05 "Linux man-pages 6.03"
.SH NAME
strlenx \\- calculate
.SH SYNOPSIS
.nf
.B #include <string.h>
.PP
.BI "size_t strlenx(const char *" s ", size_t " max );
.fi
.SH RETURN VALUE
Bytes.
.SH ERRORS
.TP
.B EINVAL
It is wrong.
.TP
.BR EAGAIN " or " EWOULDBLOCK
Later.
`;

async function at(files: Readonly<Record<string, TemporaryFile>>) {
  const root = temporaryWorkspace({ 'app/main.c': '', ...files });
  const tools = await evidenceTools({ machine: { root, home: `${root}/home`, variables: {} } });
  return { root: `${root}/app`, tools };
}

describe('a header', () => {
  const files = {
    'app/third_party/tide/include/tide.h': header,
    'app/third_party/tide/tide.pc': `major=2\nName: Tide\nVersion: \${major}.4.1\n`,
    'app/main.c': '',
  };

  it('gives functions between macros, at the version of its *.pc file', async () => {
    const { root, tools } = await at(files);
    const facts = await factsOf(root, 'tide_open', { tools });
    expect(facts.package).toMatchObject({ ecosystem: 'c', name: 'tide', version: '2.4.1' });
    expect(facts.returns?.value).toBe('tide_t *');
    expect(signature(facts)).toEqual([
      'station: const char *',
      ': unsigned int',
      'visit: int (*visit)(void *, int)',
      '?',
    ]);
    expect(signature(await factsOf(root, 'tide_packed', { tools }))).toEqual([
      'tide: tide_t *',
      'level: long',
    ]);
    expect((await factsOf(root, 'tide_inline', { tools })).returns?.value).toBe('int');
    expect(signature(await factsOf(root, 'tide_level', { tools }))).toEqual([]);
  });

  it('gives what is deprecated, by a comment or by a macro', async () => {
    const { root, tools } = await at(files);
    const old = await factsOf(root, 'tide_old', { tools });
    expect(shown(old.deprecated)).toBe('Use tide_open instead. by @deprecated Use tide_open instead.');
    expect(old.returns?.value).toBe('const char *');
    expect(signature(old)).toEqual(['tide: tide_t *', 'name: char name[20]']);
    expect((await factsOf(root, 'tide_level', { tools })).deprecated?.value).toBe('Use tide_level2');
    expect((await factsOf(root, 'tide_open', { tools })).deprecated).toBeUndefined();
  });

  it('gives macros and members of enumerations', async () => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, 'TIDE_TRIES', { tools })).default?.value).toBe('3');
    expect(signature(await factsOf(root, 'TIDE_MAX', { tools }))).toEqual(['a', 'b']);
    expect((await factsOf(root, 'TIDE_FOOT', { tools })).default?.value).toBe('4');
    expect(shown((await factsOf(root, 'TIDE_OTHER', { tools })).default)).toBe(
      '5 by TIDE_FOOT = 4, TIDE_OTHER',
    );
  });

  it('gives the type that a macro is given, where no word beside it can be the type', async () => {
    const { root, tools } = await at(files);
    const returned = async (name: string) => shown((await factsOf(root, name, { tools })).returns);
    expect(await returned('tide_wrapped')).toBe('const char * by const char *');
    expect(await returned('tide_unit_of')).toBe('tide_unit_t by tide_unit_t');
    expect(await returned('tide_handle')).toBe('HANDLE by HANDLE');
    expect(await returned('tide_since')).toBe('HANDLE by HANDLE');
  });

  it('gives a function that a macro is given in parts', async () => {
    const { root, tools } = await at(files);
    const facts = await factsOf(root, 'tide_exported', { tools });
    expect(signature(facts)).toEqual(['tide: tide_t *', 'level: int']);
    expect(shown(facts.returns)).toBe('void by void');
    expect(facts.deprecated?.value).toBe('TIDE_DEPRECATED');
  });

  it.each([
    ['TIDE_MOST', '3'],
    ['TIDE_FLAG', '17'],
    ['TIDE_ERROR', undefined],
    ['TIDE_ALL', undefined],
    ['TIDE_NAME', '"a|b"'],
    ['TIDE_FACTOR', '1e-3'],
    ['TIDE_LOW', "'{'"],
    ['TIDE_NEXT', undefined],
    ['TIDE_HIGH', '0x10'],
    ['TIDE_HIGHER', '17'],
    ['TIDE_THIRD', undefined],
  ])('gives %s the value %s', async (name, value) => {
    const { root, tools } = await at(files);
    expect((await factsOf(root, name, { tools })).default?.value).toBe(value);
  });

  it.each(['tide_state_t', 'tide_state_e'])('gives the values of %s', async (name) => {
    const { root, tools } = await at(files);
    const { allowed, kind } = await factsOf(root, name, { tools });
    expect(kind).toBe('enum');
    expect(allowed?.values).toEqual(['TIDE_LOW', 'TIDE_NEXT', 'TIDE_HIGH', 'TIDE_HIGHER']);
    expect((await factsOf(root, 'tide_chosen', { tools })).allowed).toBeUndefined();
  });

  it('gives members of classes', async () => {
    const { root, tools } = await at(files);
    expect(signature(await factsOf(root, 'tide::Gauge::level', { tools }))).toEqual(['depth?: int = 3']);
    expect((await factsOf(root, 'tide::Gauge::station', { tools })).returns?.value).toBe('const char *');
  });

  it.each(['tide_called', 'tide_unclear', 'tide_nothing', 'a'])('declares no %s', async (name) => {
    const { root, tools } = await at(files);
    expect(await lookUp(root, name, { tools })).toMatchObject({ type: 'not-installed' });
  });

  it('has an unknown version where nothing tells, and is told apart by its library', async () => {
    const { root, tools } = await at({
      'app/main.c': '',
      'app/vendor/tide/tide.h': 'int tide_a(int level);\n',
      'app/vendor/ebb/ebb.h': 'long tide_a(void);\n',
    });
    expect(await lookUp(root, 'tide_a', { tools })).toEqual({
      type: 'ambiguous',
      candidates: ['tide_a in ebb', 'tide_a in tide'],
    });
    const facts = await factsOf(root, 'tide_a', { tools, package: 'ebb' });
    expect(facts.returns?.value).toBe('long');
    expect(facts.package).not.toHaveProperty('version');
    expect((await factsOf(root, 'tide.tide_a', { tools })).returns?.value).toBe('int');
  });

  it('answers in a workspace of another language to names that can hardly mean anything else', async () => {
    const { root, tools } = await at({
      'js/package.json': '{"name": "js"}',
      'usr/include/ebb.h': 'int ebb_low(int a);\nint ebb(int a);\n',
    });
    const from = [root.replace(/app$/, 'js')];
    expect((await factsOf(root, 'ebb_low', { tools, from })).package.ecosystem).toBe('c');
    expect(await lookUp(root, 'ebb', { tools, from })).toMatchObject({ type: 'not-installed' });
    expect((await factsOf(root, 'ebb', { tools })).package.ecosystem).toBe('c');
  });

  it('of the machine has the version of the Debian package that installed it', async () => {
    const { root, tools } = await at({
      'app/main.c': '',
      'usr/include/x86_64-linux-gnu/ebb.h': 'int ebb_low(int a);\n',
      'usr/include/other/ebb.h': 'int ebb_low(long a, long b);\n',
      'var/lib/dpkg/info/libebb-dev:amd64.list': '/usr\n/usr/include/x86_64-linux-gnu/ebb.h\n',
      'var/lib/dpkg/status':
        'Package: libebb-dev\nStatus: ok\nVersion: 1:3.2.1+dfsg-4+deb12u1\n\nPackage: x\n',
    });
    const { package: owner, parameters } = await factsOf(root, 'ebb_low', { tools });
    expect(owner).toMatchObject({ name: 'libebb-dev', version: '3.2.1' });
    expect(parameters?.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('a man page', () => {
  it.each<[string, TemporaryFile]>([
    ['strlenx.3', page],
    ['strlenx.3.gz', gzipSync(new TextEncoder().encode(page))],
  ])('gives the function of its synopsis and its errors: %s', async (name, content) => {
    const { root, tools } = await at({ 'app/main.c': '', [`usr/share/man/man3/${name}`]: content });
    const facts = await factsOf(root, 'strlenx', { tools });
    expect(signature(facts)).toEqual(['s: const char *', 'max: size_t']);
    expect(facts.returns?.value).toBe('size_t');
    expect(facts.head.quote).toBe('.BI "size_t strlenx(const char *" s ", size_t " max );');
    expect(facts.raises?.map(({ value }) => value)).toEqual(['EINVAL', 'EAGAIN']);
    expect(facts.package.version).toBe('6.03');
  });

  it('is found in the encoding of its author, and where another page leads to it', async () => {
    const { root, tools } = await at({
      'app/main.c': '',
      'usr/share/man/man3/strleny.3': '.so man3/strlenx.3\n',
      'usr/share/man/man3/strlenx.3': Uint8Array.from(
        page.replace('A comment', 'Andr\u00e9').replaceAll('strlenx(', 'strleny('),
        (character) => character.charCodeAt(0),
      ),
    });
    const lookup = await tools.files.readBytes(`${root}/../usr/share/man/man3/strlenx.3`);
    expect(lookup?.includes(0xe9)).toBe(true);
    const { findSymbol } = await import('../../../src/core/evidence/index.ts');
    const found = await findSymbol(tools, {
      symbol: 'strleny',
      from: [root],
      cancellation: { aborted: false },
    });
    expect(found).toMatchObject({ type: 'found', symbol: { returns: { value: 'size_t' } } });
  });

  it('knows of forms that a header does not show, and of lines that go on', async () => {
    const forms = page
      .replace('.fi', '.BI "size_t strlenx(const char *" s );\n.fi')
      .replace('", size_t " max );', '", \\\nsize_t " max ", void " to "[restrict ." n ]);');
    const { root, tools } = await at({
      'app/main.c': '',
      'usr/include/string.h': 'extern size_t strlenx (const char *__s, size_t __max, void *__to);\n',
      'usr/share/man/man3/strlenx.3': forms,
    });
    const facts = await factsOf(root, 'strlenx', { tools });
    expect(facts.overloads).toBe(2);
    expect(signature(facts)).toEqual(['s: const char *', 'max: size_t', 'to']);
    expect(facts.agreement).toMatchObject({ returns: true, names: false });
  });

  it('gives the names of parameters that a header keeps to itself', async () => {
    const { root, tools } = await at({
      'app/main.c': '',
      'usr/include/string.h':
        'extern size_t strlenx (const char *__s, size_t __max) __THROW __nonnull ((1));\n',
      'usr/share/man/man3/strlenx.3': page,
    });
    expect(signature(await factsOf(root, 'strlenx', { tools }))).toEqual(['s: const char *', 'max: size_t']);
  });
});
