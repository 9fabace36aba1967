import { tmpdir } from 'node:os';
import { describe, expect, inject, it } from 'vitest';
import { runCommand } from '../support/command-line.ts';

const url = inject('servedModel');
const doctor = (...options: readonly string[]) => runCommand(['doctor', url, ...options], { cwd: tmpdir() });

describe.skipIf(url === '')('factprobe doctor, of vLLM', () => {
  it('tells what the server is and what its model really does', async () => {
    const { code, output, errors } = await doctor('--format', 'json');
    expect([code, errors]).toEqual([0, '']);
    expect(JSON.parse(output).server).toEqual({
      url: `${url}/v1`,
      software: 'vllm',
      softwareVersion: '0.32.0',
      models: ['smollm2-135m'],
      model: 'smollm2-135m',
      contextTokens: 4096,
      milliseconds: expect.any(Number),
      capabilities: {
        streaming: true,
        jsonSchema: true,
        choice: true,
        logprobs: true,
        usage: true,
        thinking: false,
        refusesUnknownModel: true,
      },
    });
  });

  it('tells it to a person', async () => {
    const { output } = await doctor();
    expect(output).toMatch(/^Software +vllm 0\.32\.0$/m);
    expect(output).toMatch(/^Context +4,096 tokens$/m);
    expect(output).toMatch(/^Streams its replies +yes$/m);
  });

  it('says which models there are when another one is named', async () => {
    const { code, output, errors } = await doctor('--model', 'large');
    expect([code, output]).toEqual([2, '']);
    expect(errors).toBe('factprobe: The server does not serve large; choose from smollm2-135m.\n');
  });
});
