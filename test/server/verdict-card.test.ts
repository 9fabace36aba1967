import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/claims/index.ts';
import { message } from '../../src/core/platform/index.ts';
import { createRenderer, type Locale } from '../../src/node/catalogue.ts';
import { verdictCard } from '../../src/server/verdict-card.ts';

const range = { start: { line: 19, character: 64 }, end: { line: 19, character: 76 } };

const finding: Finding = {
  range,
  claim: 'attempts=3',
  kind: 'default',
  verdict: 'contradicted',
  severity: 'warning',
  proof: 'syntax',
  confidence: 1,
  decidedBy: 'default',
  fingerprint: '0123456789abcdef',
  message: message('check.default.contradicted', { name: 'attempts', actual: '5', documented: '3' }),
  evidence: [{ path: '/harbour/upload.ts', range, quote: 'attempts = 5' }],
  fix: null,
};

const card = (shown: Finding, locale: Locale = 'en', commandLinks = false) =>
  verdictCard(shown, 'typescript', { render: createRenderer(locale), commandLinks });

describe('the card of a verdict', () => {
  it('has the verdict word first, then the reason, then the quoted proof with its link', () => {
    expect(card(finding).split('\n\n')).toEqual([
      '**Contradicted** · The default of attempts is 5, not 3\\.',
      'proof: [upload\\.ts\\:20](file:///harbour/upload.ts#L20)',
      '```typescript\nattempts = 5\n```',
    ]);
  });

  it('is in the language of the interface', () => {
    expect(card(finding, 'zh-cn')).toContain('证据：[upload');
  });

  it('names the correction, and package and version of a proof that is not the file’s own', () => {
    const fix = { title: message('fix.default', { actual: '5' }), edits: [] };
    const evidence = finding.evidence.map((one) => ({ ...one, package: 'steady-retry', version: '2.4.0' }));
    expect(card({ ...finding, fix, evidence })).toMatch(/\(steady\\-retry 2\\\.4\\\.0\)[\s\S]*fix: Correct/);
  });

  it('leads an editor that runs our command to exactly the passage', () => {
    const [, argument = ''] =
      /\(command:factprobe\.showEvidence\?([^)]*)\)/.exec(card(finding, 'en', true)) ?? [];
    expect(JSON.parse(decodeURIComponent(argument))).toEqual([{ uri: 'file:///harbour/upload.ts', range }]);
  });

  it('shows code that looks like markdown as code, and names that do as names', () => {
    const quote = 'text = `\n```\n[x](command:a)\n````';
    const name = '[a](command:b)';
    const evidence = [{ path: '/harbour/upload.ts', range, quote }];
    const hostile = {
      ...finding,
      evidence,
      message: message('check.default.contradicted', { name, actual: '`5`', documented: '<b>3</b>' }),
    };
    const shown = card(hostile);
    expect(shown).toContain(`\`\`\`\`\`typescript\n${quote}\n\`\`\`\`\``);
    expect(shown.split('\n')[0]).toBe(
      '**Contradicted** · The default of \\[a\\]\\(command\\:b\\) is \\`5\\`, not \\<b\\>3\\</b\\>\\.',
    );
  });
});
