import { describe, expect, it } from 'vitest';
import { type FileStatus, statusLook } from '../../src/extension/status/status-look.ts';
import { createRenderer } from '../../src/node/catalogue.ts';

const render = createRenderer('en');

describe('the status bar item', () => {
  it.each<[FileStatus, string, string]>([
    [{ type: 'checked', contradicted: 0 }, 'no false claims in this file', 'factprobe.checkingOptions'],
    [{ type: 'checked', contradicted: 1 }, '1 false claim', 'factprobe.checkingOptions'],
    [{ type: 'checked', contradicted: 3 }, '3 false claims', 'factprobe.checkingOptions'],
    [
      { type: 'running', progress: '3 of 9 answered and graded' },
      '3 of 9 answered and graded',
      'notifications.showList',
    ],
    [{ type: 'checking' }, 'checking comments…', 'factprobe.checkingOptions'],
    [
      { type: 'skipped', reason: 'It is too large.' },
      'Not checked: It is too large.',
      'factprobe.checkingOptions',
    ],
    [{ type: 'off' }, 'checking is switched off', 'factprobe.checkingOptions'],
    [
      { type: 'language-off', language: 'Python' },
      'Python is not checked; switch it on here',
      'factprobe.checkingOptions',
    ],
    [{ type: 'failed' }, 'the server does not run; open the log', 'factprobe.showLog'],
  ])('says of %j: %s', (status, text, command) => {
    const look = statusLook(status);
    expect(render(look.text)).toBe(text);
    expect(look.command).toBe(command);
  });
});
