import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/platform/index.ts';
import { type CheckReport, checkSarif } from '../../../src/core/report/index.ts';
import { reportOn, reportOptions } from '../../support/check-reports.ts';

// A pattern of the schema is only valid without Unicode's rules for patterns.
const validate = addFormats
  .default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }))
  .compile(schema);

const wrong =
  '/**\n * @param {number} [retries=3] How often.\n */\nfunction get(retries = 5) { return retries }\n';

function sarifOf(report: CheckReport): Log {
  const log = JSON.parse(checkSarif(report, { ...reportOptions, version: '1.2.3' }));
  validate(log);
  expect(validate.errors).toBeNull();
  return log;
}

describe('SARIF', () => {
  it('has the claim as its place, the proof as a related one, the correction, and what the claim is known by', async () => {
    const report = await reportOn({ 'src/a b.js': wrong });
    const contradicted = report.findings[0]?.findings.find(({ verdict }) => verdict === 'contradicted');
    const [run] = sarifOf(report).runs;
    const artifactLocation = { uri: 'src/a%20b.js', uriBaseId: '%SRCROOT%' };
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results?.find(({ kind }) => kind === 'fail')).toEqual({
      ruleId: 'default',
      ruleIndex: run?.tool.driver.rules?.findIndex(({ id }) => id === 'default'),
      kind: 'fail',
      level: 'warning',
      message: { text: 'The default of retries is 5, not 3.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: {
              startLine: 2,
              startColumn: 21,
              endLine: 2,
              endColumn: 30,
              snippet: { text: 'retries=3' },
            },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation,
            region: {
              startLine: 4,
              startColumn: 14,
              endLine: 4,
              endColumn: 25,
              snippet: { text: 'retries = 5' },
            },
          },
          message: { text: 'This proves it' },
        },
      ],
      partialFingerprints: { 'factprobeClaim/v1': contradicted?.fingerprint },
      rank: 99,
      fixes: [
        {
          description: { text: 'Correct the default to 5' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 29, endLine: 2, endColumn: 30 },
                  insertedContent: { text: '5' },
                },
              ],
            },
          ],
        },
      ],
      properties: {
        verdict: 'contradicted',
        proof: 'syntax',
        confidence: 0.99,
        decidedBy: 'default/value',
      },
    });
  });

  it('keeps what is no contradiction apart, without a level', async () => {
    const untyped = wrong.replace('{number} ', '');
    const [run] = sarifOf(await reportOn({ 'a.js': untyped })).runs;
    expect(run?.results?.map(({ kind, level }) => [kind, level])).toEqual([
      ['pass', 'none'],
      ['fail', 'warning'],
    ]);
  });

  it('explains each rule', async () => {
    const [run] = sarifOf(await reportOn({})).runs;
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(rule.shortDescription?.text).toMatch(/\w/);
      expect(rule.help?.text).toMatch(/\.$/);
    }
  });

  it('names places outside the working directory by their whole URI, in any letters', async () => {
    const report = await reportOn({ '港/a.js': wrong });
    const [inside] = sarifOf(report).runs[0]?.results ?? [];
    expect(inside?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: '%E6%B8%AF/a.js',
      uriBaseId: '%SRCROOT%',
    });
    const options = { ...reportOptions, nameOf: (path: string) => `..${path}`, version: '1.2.3' };
    const log: Log = JSON.parse(checkSarif(report, options));
    expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'file:///harbour/%E6%B8%AF/a.js',
    });
  });

  it('tells what was skipped, and makes no link of foreign words', async () => {
    const report = await reportOn({ 'a.js': '/** @param {number} [a] b */\nfunction f() {}\n' });
    const reason = message('workspace.skipped.failed', { problem: '[docs](https://example.org) x[0]' });
    const [run] = sarifOf({ ...report, skipped: [{ file: 'b.js', reason }] }).runs;
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toEqual([
      {
        level: 'note',
        message: {
          text: 'Checking it failed unexpectedly (\\[docs](https://example.org) x[0]); please report this, with the file if you can.',
        },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'b.js', uriBaseId: '%SRCROOT%' } } }],
      },
    ]);
  });

  it('does not pass the schema with a misspelt level', async () => {
    const log = sarifOf(await reportOn({ 'a.js': wrong }));
    const text = JSON.stringify(log).replace('"level":"warning"', '"level":"grave"');
    expect(validate(JSON.parse(text))).toBe(false);
  });
});
