import { describe, expect, it } from 'vitest';
import { checkSource } from '../../../src/core/claims/index.ts';
import { CancelledError, neverCancelled } from '../../../src/core/platform/index.ts';
import { type LanguageId, languageById, SourceText } from '../../../src/core/source/index.ts';
import { findingsOf } from '../../support/claims.ts';
import { checkTools } from '../../support/tools.ts';

const typescript = `/**
 * Sends 😀 and 漢字.\r
 * @param {string} url Where 😀.
 * @param {number} [retries=3] How often.
 * @returns {Promise<void>}
 */
export async function send(url: string, retries = 5) {
\tawait fetch(url);
}
`;
const python = `class Sender:
    """Sends 😀.

    Args:
        url (str): Where 漢字.
        retries (int): Defaults to 3.
    """

    def __init__(self, url, retries=5):
        self.url = url
`;

describe('sources that are not whole', () => {
  it.each<[LanguageId, string]>([
    ['typescript', typescript],
    ['python', python],
  ])('never fails and never quotes a wrong place while %s is typed', async (languageId, whole) => {
    for (let end = 0; end <= whole.length; end++) {
      const text = whole.slice(0, end);
      const source = new SourceText(text);
      for (const { range, claim, evidence } of await findingsOf(languageId, text)) {
        const { start, end: stop } = source.spanOf(range);
        expect(text.slice(start, stop)).toBe(claim);
        for (const one of evidence) {
          const span = source.spanOf(one.range);
          expect(text.slice(span.start, span.end)).toBe(one.quote);
        }
      }
    }
  });

  it('finds the claim behind astral characters, tabs and mixed line ends', async () => {
    const contradicted = (await findingsOf('typescript', typescript)).filter(
      ({ verdict }) => verdict === 'contradicted',
    );
    expect(contradicted.map(({ claim, range }) => [claim, range.start])).toEqual([
      ['retries=3', { line: 3, character: 20 }],
    ]);
  });

  it('does not judge a declaration that does not parse', async () => {
    const text = '/** @param {number} [a=3] */\nfunction f(a = 5 { return (a }\n';
    expect(
      (await findingsOf('javascript', text)).filter(({ verdict }) => verdict === 'contradicted'),
    ).toEqual([]);
  });

  it('reads a comment of a megabyte', async () => {
    const text = `/**\n${' * Defaults to 1 or default `x` by default, (default 7) 😀\n'.repeat(17_000)} * @param {number} [a=3]\n */\nfunction f(a = 5) {}\n`;
    const contradicted = (await findingsOf('javascript', text)).filter(
      ({ verdict }) => verdict === 'contradicted',
    );
    expect(contradicted.map(({ claim }) => claim)).toEqual(['a=3']);
  });

  it.each<[LanguageId, string, boolean]>([
    ['typescript', '))) ((( @@@\n', true],
    ['python', ')))) :::: ((\n', true],
    ['typescript', '', false],
    ['python', '# nothing but a comment\n', false],
    ['javascript', 'let a = 1;\n/** @param {number} [a=3] */\nfunction f(a = 5) { return (', false],
  ])('tells %s that nobody can read from half-typed code: %j', async (id, text, isUnparsable) => {
    const language = languageById(id);
    if (language === undefined) throw new Error(`no ${id}`);
    const checked = await checkSource(await checkTools(), {
      text,
      path: '/f',
      language,
      cancellation: neverCancelled,
    });
    expect(checked.isUnparsable).toBe(isUnparsable);
  });

  it.each([
    ['lists', `${'['.repeat(9000)}${']'.repeat(9000)}`],
    ['calls', `x${'.then(y)'.repeat(9000)}`],
    ['sums', Array(9000).fill("'x'").join('+')],
    ['brackets', `${'('.repeat(9000)}1${')'.repeat(9000)}`],
  ])('reads %s that a program nested', async (_name, expression) => {
    const text = `/** @param {number} [a=3] */\nfunction f(a = 5, b = ${expression}) { return ${expression} }`;
    const contradicted = (await findingsOf('javascript', text)).filter(
      ({ verdict }) => verdict === 'contradicted',
    );
    expect(contradicted.map(({ claim }) => claim)).toEqual(['a=3']);
  });

  it('quotes the value of a declaration that is too long to be quoted whole', async () => {
    const text = `/** @default 3 */\nlet x: ${'Array<'.repeat(200)}number${'>'.repeat(200)} = 4;`;
    const [finding] = await findingsOf('typescript', text);
    expect(finding?.evidence.map(({ quote }) => quote)).toEqual(['4']);
  });

  it('gives up on a text in which a grammar gets stuck', async () => {
    const language = languageById('kotlin');
    if (language === undefined) throw new Error('no Kotlin');
    const text =
      '{l\nL\n次\n */\n\n\t :rtype:\n\t   * ises\n------\n\n\t/**\n\t   if (size >g {\n * @param T what a connection is\n\t * @throws IllegalStateException when it is full\n}Defaults to \n\tcompanion object {\n\n\t * @param [hots] where to, 主机\n\t    /*';
    const checked = await checkSource(await checkTools(), {
      text,
      path: '/f',
      language,
      cancellation: neverCancelled,
    });
    expect(checked).toMatchObject({ findings: [], documented: 0, isUnparsable: true });
  });

  it('verifies each of many fixes, one that does not hold among them', async () => {
    const one = (name: string) => `/** @param {number} [a=3] */\nfunction ${name}(a = 5) { return 1 }\n`;
    // Deleting the entry leaves the line's other claim, so this fix changes nothing.
    const stubborn = '/** @default 3\n * @default 3 */\nlet x = 4;\n';
    const findings = await findingsOf('javascript', ['f', 'g', 'h'].map(one).join('') + stubborn + one('i'));
    const contradicted = findings.filter(({ verdict }) => verdict === 'contradicted');
    expect(contradicted.map(({ fix }) => fix?.edits.map(({ newText }) => newText))).toEqual([
      ['5'],
      ['5'],
      ['5'],
      ['4'],
      ['5'],
    ]);
  });

  it('stops when it is cancelled', async () => {
    const language = languageById('typescript');
    if (language === undefined) throw new Error('no TypeScript');
    let asked = 0;
    const cancellation = {
      get aborted() {
        return ++asked > 1;
      },
    };
    const request = { text: typescript.repeat(50), path: '/file', language, cancellation };
    await expect(checkSource(await checkTools(), request)).rejects.toBeInstanceOf(CancelledError);
    await expect(
      checkSource(await checkTools(), { ...request, cancellation: neverCancelled }),
    ).resolves.toMatchObject({
      documented: 50,
    });
  });
});
