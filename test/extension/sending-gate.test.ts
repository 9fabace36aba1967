import { describe, expect, it } from 'vitest';
import { CancelledError, FactprobeError } from '../../src/core/platform/index.ts';
import { createSendingGate } from '../../src/extension/endpoints/sending-gate.ts';
import { createMemoryState } from '../support/memory-state.ts';

interface Situation {
  readonly isTrusted?: boolean;
  readonly agrees?: boolean;
  readonly memory?: ReturnType<typeof createMemoryState>['memory'];
}

function gateIn({ isTrusted = true, agrees = true, memory = createMemoryState().memory }: Situation = {}) {
  const asked: string[] = [];
  const gate = createSendingGate({
    isTrusted: () => isTrusted,
    memory,
    confirm: async (url, purpose) => {
      asked.push(purpose === 'probe' ? url : `${purpose} ${url}`);
      return agrees;
    },
  });
  return { gate, asked };
}

const remote = 'https://models.example.com/v1';

describe('the gate before requests', () => {
  it('lets requests to this machine through, and asks nothing', async () => {
    const { gate, asked } = gateIn();
    await gate.pass('http://localhost:8000/v1', 'ask');
    expect(asked).toEqual([]);
  });

  it('lets nothing out of a workspace that is not trusted, and asks nothing', async () => {
    const { gate, asked } = gateIn({ isTrusted: false });
    await expect(gate.pass('http://localhost:8000/v1', 'ask')).rejects.toThrow(FactprobeError);
    await expect(gate.pass(remote, 'probe')).rejects.toThrow('endpoint.untrusted');
    expect(() => gate.requireTrust()).toThrow('endpoint.untrusted');
    expect(asked).toEqual([]);
  });

  it('asks once for a remote host, in later windows too', async () => {
    const { memory } = createMemoryState();
    const { gate, asked } = gateIn({ memory });
    await gate.pass(remote, 'probe');
    await gate.pass('https://models.example.com/other/v1', 'probe');
    expect(asked).toEqual([remote]);
    const later = gateIn({ memory });
    await later.gate.pass(remote, 'probe');
    expect(later.asked).toEqual([]);
  });

  it('asks for each host, port and scheme apart', async () => {
    const { gate, asked } = gateIn();
    const others = [
      'http://models.example.com/v1',
      'https://models.example.com:8443/v1',
      'https://example.com/v1',
    ];
    for (const url of [remote, ...others]) await gate.pass(url, 'probe');
    expect(asked).toEqual([remote, ...others]);
  });

  it('lets nothing through when the user does not agree, and asks again the next time', async () => {
    const { gate, asked } = gateIn({ agrees: false });
    await expect(gate.pass(remote, 'probe')).rejects.toThrow(CancelledError);
    await expect(gate.pass(remote, 'probe')).rejects.toThrow(CancelledError);
    expect(asked).toEqual([remote, remote]);
  });

  it('asks apart for each thing that leaves', async () => {
    const { memory } = createMemoryState();
    const { gate, asked } = gateIn({ memory });
    for (const purpose of ['probe', 'ask', 'bench', 'ask'] as const) await gate.pass(remote, purpose);
    expect(asked).toEqual([remote, `ask ${remote}`, `bench ${remote}`]);
    const later = gateIn({ memory, agrees: false });
    await later.gate.pass(remote, 'bench');
    expect(later.asked).toEqual([]);
  });

  it('asks once for requests that come at the same time', async () => {
    const { gate, asked } = gateIn();
    await Promise.all([remote, remote, remote].map((url) => gate.pass(url, 'bench')));
    expect(asked).toEqual([`bench ${remote}`]);
  });
});
