import { describe, expect, it } from 'vitest';
import { mcpDefinitions } from '../../src/extension/agents/mcp-definitions.ts';

const shared = { cli: '/harbour/dist/cli.cjs', program: '/usr/bin/editor', locale: 'zh-cn' };

describe('the servers for agents', () => {
  it('are one a folder, in the language of the editor', () => {
    expect(mcpDefinitions({ folders: ['quay'], ...shared })).toEqual([
      {
        label: 'Factprobe',
        command: '/usr/bin/editor',
        args: ['/harbour/dist/cli.cjs', 'mcp'],
        environment: { ELECTRON_RUN_AS_NODE: '1', FACTPROBE_LOCALE: 'zh-cn' },
        folder: 0,
      },
    ]);
    expect(
      mcpDefinitions({ folders: ['quay', 'dock'], ...shared }).map(({ label, folder }) => [label, folder]),
    ).toEqual([
      ['Factprobe (quay)', 0],
      ['Factprobe (dock)', 1],
    ]);
  });

  it('are none where no folder is open', () => {
    expect(mcpDefinitions({ folders: [], ...shared })).toEqual([]);
  });
});
