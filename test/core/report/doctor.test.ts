import { describe, expect, it } from 'vitest';
import { type DoctorReport, doctorJson, doctorMarkdown, doctorText } from '../../../src/core/report/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';

const report: DoctorReport = {
  factprobe: '1.2.3',
  node: 'v24.0.0',
  server: {
    url: 'http://localhost:8000/v1',
    models: ['a|b', 'c'],
    probed: {
      model: { id: 'a|b', owner: 'vllm', contextTokens: 4096 },
      serverVersion: '0.9',
      milliseconds: 12.4,
      capabilities: {
        streaming: true,
        jsonSchema: false,
        choice: true,
        logprobs: false,
        usage: true,
        thinking: false,
        refusesUnknownModel: true,
      },
    },
  },
};

describe('the doctor', () => {
  it('puts what it found into columns', () => {
    const text = doctorText(report, { render: createRenderer('en') });
    expect(text.split('\n').map((line) => line.replace(/ {2,}/, ' | '))).toEqual([
      'Factprobe | 1.2.3',
      'Node | v24.0.0',
      'Server | http://localhost:8000/v1',
      'Software | vllm 0.9',
      'Serves | a|b, c',
      'Model | a|b',
      'Context | 4,096 tokens',
      'Reply | 12 ms at the fastest',
      'Streams its replies | yes',
      'Keeps to a JSON schema | no',
      'Chooses from a list when told to | yes',
      'Sends log probabilities | no',
      'Counts tokens | yes',
      'Thinks apart from its answer | no',
      'Refuses a model that it does not serve | yes',
      '',
    ]);
  });

  it('lines Chinese up, whose characters are twice as wide', () => {
    const lines = doctorText(report, { render: createRenderer('zh-cn') }).split('\n');
    expect(lines.find((line) => line.startsWith('模型'))).toBe(`模型${' '.repeat(16)}a|b`);
    expect(lines.find((line) => line.startsWith('Node'))).toBe(`Node${' '.repeat(16)}v24.0.0`);
  });

  it('escapes what would break a table', () => {
    expect(doctorMarkdown(report, { render: createRenderer('en') })).toContain('| Model | a\\|b |');
  });

  it('says that there is no server when none was named', () => {
    const alone = { ...report, server: null };
    expect(doctorText(alone, { render: createRenderer('en') })).toContain('none named');
    expect(JSON.parse(doctorJson(alone))).toEqual({
      version: 1,
      factprobe: '1.2.3',
      node: 'v24.0.0',
      index: null,
      server: null,
    });
  });

  it('says where the index lies, and when it can’t be kept', () => {
    const index = { packages: 3, facts: 20, passages: 7, bytes: 4096, path: '/cache/index-2.sqlite' };
    const text = (path: string | null) =>
      doctorText({ ...report, index: { ...index, path } }, { render: createRenderer('en') });
    expect(text(index.path)).toMatch(/Index +\/cache\/index-2\.sqlite/);
    expect(text(null)).toMatch(/Index +in memory only/);
    expect(JSON.parse(doctorJson({ ...report, index })).index).toEqual(index);
  });

  it('gives programs what docs/doctor.md describes', () => {
    expect(JSON.parse(doctorJson(report)).server).toMatchObject({
      url: 'http://localhost:8000/v1',
      software: 'vllm',
      softwareVersion: '0.9',
      model: 'a|b',
      contextTokens: 4096,
      milliseconds: 12,
      capabilities: { jsonSchema: false, choice: true },
    });
  });
});
