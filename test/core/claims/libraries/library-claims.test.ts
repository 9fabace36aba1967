import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../../src/node/catalogue.ts';
import { expectRefuted, libraryFindings } from '../../../support/library-claims.ts';

const python = (words: string) => `import moorings\n\n# ${words}\nmoorings.tie("rope")\n`;
const typescript = (words: string) =>
  `import { pull, push } from 'tugboat';\n\n/** ${words} */\nexport function sail() {\n  return pull('ship');\n}\n`;
const render = createRenderer('en');

describe('claims about what a library of Python does', () => {
  it.each([
    [
      '⟦The default `knots` of `moorings.tie` is 4⟧.',
      ['The default of knots in moorings.tie is 3', 'knots=3'],
    ],
    [
      "Note that ⟦moorings.tie's knots defaults to 5⟧.",
      ['The default of knots in moorings.tie is 3', 'knots=3'],
    ],
    [
      '⟦`moorings.tie` sorts ropes by default⟧.',
      ['The default of sort_ropes in moorings.tie is False', 'sort_ropes=False'],
    ],
    [
      '⟦By default, `moorings.tie` times out after 30 s⟧.',
      ['The default of timeout in moorings.tie is None', 'timeout=None'],
    ],
    [
      '⟦moorings.tie() times out after 30 seconds by default⟧, so we pass nothing.',
      ['The default of timeout in moorings.tie is None', 'timeout=None'],
    ],
    [
      '⟦`moorings.tie` 的 `knots` 参数默认值为 5⟧。',
      ['The default of knots in moorings.tie is 3', 'knots=3'],
    ],
    [
      '⟦`moorings.slacken` takes a `force` parameter⟧.',
      ['moorings.slacken has no parameter force; it takes rope', 'def slacken(rope: str) -> str:'],
    ],
    ['⟦`moorings.slacken` returns None⟧.', ['moorings.slacken is declared to return str', 'str']],
    [
      '⟦`moorings.cast_off` is not async⟧.',
      ['moorings.cast_off is declared asynchronous', 'async def cast_off(rope: str) -> None:'],
    ],
    [
      '⟦`moorings.loosen` is not deprecated⟧.',
      ['moorings.loosen is marked as deprecated', '.. deprecated:: 2.1'],
    ],
    [
      '⟦`moorings.loosen` is deprecated since 1.9⟧.',
      ['moorings.loosen is deprecated since 2.1', '.. deprecated:: 2.1'],
    ],
    ['⟦`moorings.tie` was added in 1.5⟧.', ['moorings.tie is there since 1.2', '.. versionadded:: 1.2']],
    ['⟦`moorings.tie` was added in 3.0⟧.', ['The installed version has moorings.tie', 'Version: 2.4.1']],
    ['⟦`moorings.tie` was removed in 2.0⟧.', ['The installed version has moorings.tie', 'Version: 2.4.1']],
    ['⟦`moorings.tie` raises KnotEror⟧ if it slips.', ['moorings.tie raises KnotError', 'KnotError']],
    [
      '⟦The default `knots` of `moorings.tow` is 4⟧.',
      ['The default of knots in moorings.tow is 3', 'knots=3'],
    ],
    [
      '⟦By default, `moorings.tie` uses a 30-second timeout⟧.',
      ['The default of timeout in moorings.tie is None', 'timeout=None'],
    ],
    [
      '⟦`moorings.splice` takes a `force` parameter⟧.',
      ['moorings.splice has no parameter force; it takes rope, more', 'def splice(rope, *more):'],
    ],
    ['⟦This requires moorings >= 3⟧.', ['moorings 2.4.1 is installed', 'Version: 2.4.1']],
    ['⟦Needs moorings 2.5 or later⟧.', ['moorings 2.4.1 is installed', 'Version: 2.4.1']],
    ['⟦需要 moorings 3.0 及以上版本⟧。', ['moorings 2.4.1 is installed', 'Version: 2.4.1']],
    [
      'See `⟦moorings.slaken⟧`.',
      ['There is no moorings.slaken; there is slacken', 'def slacken(rope: str) -> str:'],
    ],
  ] as const)('contradicts %s', async (words, [sentence, quote]) => {
    await expectRefuted('/harbour/ship.py', python(words), [
      sentence.includes('2.4.1') ? `${sentence}.` : `${sentence} (moorings 2.4.1).`,
      quote,
    ]);
  });

  it('reads a claim in a docstring, over two lines, by another name of the module', async () => {
    await expectRefuted(
      '/harbour/ship.py',
      `import moorings as m\n\n\ndef sail():\n    """Sail.\n\n    Since ⟦the default \`knots\` of\n    \`m.tie\` is 7⟧, we are safe.\n    """\n    return m.tie("rope")\n`,
      ['The default of knots in m.tie is 3 (moorings 2.4.1).', 'knots=3'],
    );
  });

  it('reads a name that is imported inside of a function', async () => {
    await expectRefuted(
      '/harbour/ship.py',
      'def sail():\n    from moorings import KnotError, tie\n\n    # ⟦The default `knots` of `tie` is 4⟧.\n    return tie(KnotError)\n',
      ['The default of knots in tie is 3 (moorings 2.4.1).', 'knots=3'],
    );
  });

  it('reads a claim about a name that was imported alone', async () => {
    await expectRefuted(
      '/harbour/ship.py',
      'from moorings import tie as fasten\n\nfasten("rope")  # ⟦the default knots of `fasten` is 7⟧\n',
      ['The default of knots in fasten is 3 (moorings 2.4.1).', 'knots=3'],
    );
  });
});

describe('claims about what a library of JavaScript does', () => {
  it.each([
    ['⟦`pull` waits 100 ms by default⟧.', ['The default of wait in pull is 250', 'wait = 250']],
    ['⟦The default `force` of `pull` is 7⟧.', ['The default of options.force in pull is 5', '@default 5']],
    ['⟦`pull` returns a string⟧.', ['pull is declared to return Promise<void>', 'Promise<void>']],
    ['⟦{@link push} is not deprecated⟧.', ['push is marked as deprecated', '@deprecated Use pull.']],
    [
      '⟦`push` takes a `speed` parameter⟧.',
      ['push has no parameter speed; it takes ship', 'export function push(ship: string): string;'],
    ],
    [
      '⟦Pass the `strenght` option to `pull`⟧.',
      ['pull has no parameter strenght; it takes strength', 'strength?: number'],
    ],
    [
      '⟦The `ship` argument of `push` is optional⟧.',
      ['ship of push has no default: it must be passed', 'ship: string'],
    ],
  ] as const)('contradicts %s', async (words, [sentence, quote]) => {
    await expectRefuted('/harbour/ship.ts', typescript(words), [`${sentence} (tugboat 1.5.0).`, quote]);
  });

  it('reads names through a namespace, a default import and require', async () => {
    for (const line of ["import * as tug from 'tugboat';", "const tug = require('tugboat');"]) {
      await expectRefuted(
        '/harbour/ship.js',
        `${line}\n\n// ⟦\`tug.pull\` waits 100 ms by default⟧.\ntug.pull('ship');\n`,
        ['The default of wait in tug.pull is 250 (tugboat 1.5.0).', 'wait = 250'],
      );
    }
  });

  it('reads a qualified name of a package that the manifest names', async () => {
    await expectRefuted('/harbour/ship.js', '// ⟦`tugboat.pull` waits 100 ms by default⟧.\nlet x = 1;\n', [
      'The default of wait in tugboat.pull is 250 (tugboat 1.5.0).',
      'wait = 250',
    ]);
  });
});

const verdictsOf = async (path: string, text: string, others: Readonly<Record<string, string>> = {}) =>
  (await libraryFindings(path, text, others)).map(({ kind, verdict }) => `${kind} ${verdict}`);

describe('claims that hold', () => {
  it.each([
    ['The default `knots` of `moorings.tie` is 3.', 'external-api supported'],
    ['`moorings.tie` does not sort ropes by default.', 'external-api supported'],
    ['`moorings.loosen` is deprecated since 2.1.', 'deprecated supported'],
    ['`moorings.tie` was added in 1.2.', 'since supported'],
    ['`moorings.tie` raises KnotError if it slips.', 'external-api supported'],
    ['`moorings.cast_off` is async.', 'external-api supported'],
    ['Pass the `label` parameter to `moorings.tie`.', 'external-api supported'],
    ['See `moorings.slacken`.', 'reference supported'],
    ['This requires moorings >= 2.4.', 'package supported'],
  ])('supports %s', async (words, verdict) => {
    expect(await verdictsOf('/harbour/ship.py', python(words))).toEqual([verdict]);
  });
});

describe('claims that stay open', () => {
  it.each([
    [
      'it takes what it does not list',
      '`moorings.loosen` takes a `force` parameter.',
      'external-api unverified',
    ],
    [
      'nothing stands for what is chosen later',
      'The default `timeout` of `moorings.tie` is "soon".',
      'external-api unverified',
    ],
    ['that no mark was found proves nothing', '`moorings.slacken` is deprecated.', 'deprecated unverified'],
    [
      'a call on the way sets it',
      'The default `label` of `moorings.tow` is "bow".',
      'external-api unverified',
    ],
    ['no name is near', 'See `moorings.shipwreck`.', 'reference unverified'],
  ])('where %s', async (_name, words, verdict) => {
    expect(await verdictsOf('/harbour/ship.py', python(words))).toEqual([verdict]);
  });

  it('where an object may have more options than are seen', async () => {
    const text = typescript('`pull` takes a `speed` option.');
    expect(await verdictsOf('/harbour/ship.ts', text)).toEqual(['external-api unverified']);
  });

  it('where the package is not installed, and says so', async () => {
    const text = 'import rudders\n\n# The default `angle` of `rudders.turn` is 5.\nrudders.turn()\n';
    const [found] = await libraryFindings('/harbour/ship.py', text);
    expect(found === undefined ? '' : render(found.message)).toBe(
      'rudders is not installed, so nothing tells.',
    );
    expect(found?.verdict).toBe('unverified');
  });
});

describe('sentences that are no claims about a library', () => {
  it.each([
    ['a condition', 'If the default `knots` of `moorings.tie` is 4, we sink.'],
    ['a hedge', 'The default `knots` of `moorings.tie` is 4 on Windows.'],
    ['a wish', '`moorings.tie` should retry 4 times by default.'],
    ['a question', 'The default `knots` of `moorings.tie` is 4?'],
    ['the past', 'Previously the default `knots` of `moorings.tie` is 4.'],
    ['a name of another time', 'This replaces the old `moorings.slaken`.'],
    ['a name without marks', 'The default knots of moorings is 4.'],
  ])('%s', async (_name, words) => {
    const verdicts = await verdictsOf('/harbour/ship.py', python(words));
    expect(verdicts.filter((one) => one !== 'reference supported')).toEqual([]);
  });

  it('a name that the source binds to something else', async () => {
    const text =
      'import moorings\n\n\ndef sail(moorings):\n    # The default `knots` of `moorings.tie` is 4.\n    return 1\n';
    expect(await verdictsOf('/harbour/ship.py', text)).toEqual([]);
  });

  it('a name that two imports bind', async () => {
    const text =
      'try:\n    import moorings\nexcept ImportError:\n    import rudders as moorings\n\n# The default `knots` of `moorings.tie` is 4.\n';
    expect(await verdictsOf('/harbour/ship.py', text)).toEqual([]);
  });

  it('a name that a function imports from elsewhere', async () => {
    const text =
      'import moorings\n\n\ndef sail():\n    from . import moorings\n    # The default `knots` of `moorings.tie` is 4.\n    return moorings\n';
    expect(await verdictsOf('/harbour/ship.py', text)).toEqual([]);
  });

  it('a module of the project itself', async () => {
    const others = { '/harbour/moorings.py': 'def tie(knots=4):\n    return knots\n' };
    const text = python('The default `knots` of `moorings.tie` is 4.');
    expect(await verdictsOf('/harbour/ship.py', text, others)).toEqual([]);
  });

  it('code in a comment', async () => {
    const text = typescript('Do.\n * ```\n * // `pull` waits 100 ms by default.\n * ```\n *');
    expect(await verdictsOf('/harbour/ship.ts', text)).toEqual([]);
  });
});
