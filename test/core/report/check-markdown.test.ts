import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/platform/index.ts';
import { type CheckReport, checkMarkdown } from '../../../src/core/report/index.ts';
import { reportOn, reportOptions } from '../../support/check-reports.ts';

const wrong = '/**\n * @param [retries=3] How often.\n */\nfunction get(retries = 5) { return retries }\n';

async function contradictedIn(files: Readonly<Record<string, string>>): Promise<CheckReport> {
  const report = await reportOn(files);
  const findings = report.findings.map((file) => ({
    ...file,
    findings: file.findings.filter(({ verdict }) => verdict === 'contradicted'),
  }));
  return { ...report, findings };
}

describe('markdown', () => {
  it('groups by file, with the verdict first and its proof quoted', async () => {
    expect(checkMarkdown(await contradictedIn({ 'src/a.js': wrong }), reportOptions)).toBe(
      [
        '## 1 false claim among 2 claims in 1 file\\.',
        '',
        '### `src/a.js`',
        '',
        '**Contradicted** (line 2, default): The default of retries is 5, not 3\\.',
        '',
        '```js',
        'retries=3',
        '```',
        '',
        'proof: `src/a.js`, line 4',
        '',
        '```js',
        'retries = 5',
        '```',
        '',
        'fix: Correct the default to 5',
        '',
      ].join('\n'),
    );
  });

  it('lets no word of a source become markup, a mention or a reference', async () => {
    const text =
      '/**\n * @param {string} [a="```</details><img src=x>@octocat #1"] b\n */\nfunction f(a = "`") { return a }\n';
    const reason = message('workspace.skipped.failed', { problem: '@octocat <b>#1</b> [x](y)' });
    const report = await contradictedIn({ 'a`b<i>.js': text });
    const html = await new Marked().parse(
      checkMarkdown({ ...report, skipped: [{ file: 'c`.js', reason }] }, reportOptions),
    );
    expect(html).not.toMatch(/<(?:img|b|i|a)\b/);
    const outsideCode = html.replace(/<code.*?<\/code>/gs, '');
    expect(outsideCode).not.toMatch(/@octocat|#1/);
    expect(html).toContain('<code>a`b&lt;i&gt;.js</code>');
  });

  it('stays short enough for a comment, and says what it left out', async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`a${i}.js`, wrong]));
    const text = checkMarkdown(await contradictedIn(many), reportOptions);
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/\*\*Contradicted\*\*/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(200);
    expect(text).toContain(`${600 - shown} more findings are left out here; factprobe check shows all.`);
  });

  it('says that nothing is false', async () => {
    const right = '/** @param [a=5] b */\nfunction f(a = 5) { return a }\n';
    expect(checkMarkdown(await contradictedIn({ 'a.js': right }), reportOptions)).toBe(
      '## No false claim among 2 claims in 1 file\\.\n',
    );
  });
});
