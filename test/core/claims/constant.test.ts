import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../src/core/source/index.ts';
import { expectContradicted, findingsOf, fixed } from '../../support/claims.ts';

async function verdictsOf(languageId: LanguageId, text: string): Promise<readonly string[]> {
  const findings = await findingsOf(languageId, text);
  return findings.filter(({ kind }) => kind === 'constant').map(({ verdict }) => verdict);
}

describe('amounts in comments', () => {
  it.each<[LanguageId, string, string]>([
    ['javascript', 'const timeout = 10_000; // ⟦5 seconds⟧', 'The code has 10_000, which is not 5 seconds.'],
    [
      'javascript',
      '// Retries ⟦3 times⟧ before it gives up.\nconst retries = 5;',
      'The code has 5, which is not 3 times.',
    ],
    [
      'javascript',
      '// Retries ⟦three times⟧.\nconst MAX_RETRIES = 5;',
      'The code has 5, which is not three times.',
    ],
    [
      'javascript',
      'setTimeout(retry, 30 * 1000); // wait ⟦1 minute⟧',
      'The code has 30 * 1000, which is not 1 minute.',
    ],
    [
      'typescript',
      'const o = {\n  maxBytes: 1 << 20, // ⟦64 KiB⟧\n  other: 1,\n};',
      'The code has 1 << 20, which is not 64 KiB.',
    ],
    [
      'typescript',
      'class A {\n  // ⟦2 hours⟧\n  private ttl = 3_600_000;\n}',
      'The code has 3_600_000, which is not 2 hours.',
    ],
    [
      'javascript',
      '/** Gives up after ⟦30 seconds⟧. */\nexport const timeoutMs = 20_000;',
      'The code has 20_000, which is not 30 seconds.',
    ],
    [
      'javascript',
      '// Try ⟦three times⟧.\nfor (let i = 0; i < 5; i++) { go(); }',
      'The code has 5, which is not three times.',
    ],
    ['python', '# A size of ⟦4 KiB⟧.\n_BUFSIZE = 8 * 1024\n', 'The code has 8 * 1024, which is not 4 KiB.'],
    ['python', 'TIMEOUT = 30  # ⟦20 seconds⟧', 'The code has 30, which is not 20 seconds.'],
    ['python', 'def f():\n\ttime.sleep(5)  # ⟦10 s⟧\n\nx = 1\n', 'The code has 5, which is not 10 s.'],
    [
      'python',
      'S = "😀漢"; # 重试\r\n# 重试 ⟦3 次⟧\r\nretries = 5\r\n',
      'The code has 5, which is not 3 次.',
    ],
    ['python', '# Retry ⟦3 times⟧.\nfor _ in range(5):\n    go()\n', 'The code has 5, which is not 3 times.'],
    [
      'python',
      'connect(\n    host,\n    timeout=5,  # ⟦10 seconds⟧\n)',
      'The code has 5, which is not 10 seconds.',
    ],
  ])('contradicts in %s: %s', async (languageId, marked, sentence) => {
    const [finding] = await expectContradicted(languageId, marked, sentence);
    expect(finding?.severity).toBe('information');
  });

  it.each<[LanguageId, string]>([
    ['javascript', 'const timeout = 5000; // 5 seconds'],
    ['javascript', 'const timeout = 5; // 5 seconds'],
    ['javascript', 'const age = 60 * 60 * 24 * 30; // 1 month'],
    ['javascript', 'const limit = 1024 * 64; // 64 KB'],
    ['javascript', 'const limit = 64_000; // 64 KB'],
    ['python', 'timeout = 0.5  # 500 ms'],
    ['python', '# Retries three times.\nretries = 3'],
    ['javascript', '/** 64 KiB */\nconst CHUNK = 2 ** 16;'],
  ])('supports in %s: %s', async (languageId, text) => {
    expect(await verdictsOf(languageId, text)).toEqual(['supported']);
  });

  it.each<[LanguageId, string, readonly string[]]>([
    ['javascript', 'const timeout = 10_000; // about 5 seconds', ['unverified']],
    ['javascript', 'const timeout = 10_000; // 5 seconds if the server is near', ['unverified']],
    ['javascript', '// Was 5 seconds: too short as a timeout.\nconst timeout = 10_000;', ['unverified']],
    ['javascript', '// Just above the one second minimum.\nsetTimeout(go, 1500);', ['unverified']],
    ['javascript', '// A first try and three retries.\nconst attempts = 4;', ['unverified']],
    ['python', '# use a resolution of 1 second\natime_ns = 5 * 10**9', ['unverified']],
    ['javascript', 'const timeout = 10_000; // 5 to 10 seconds', []],
    ['javascript', 'const timeout = 60 * SECOND; // 2 minutes', []],
    ['javascript', 'const timeout = base; // 5 seconds', []],
    ['javascript', 'const two = [1, 2]; // 5 seconds', []],
    ['javascript', '// 5 seconds\n\nconst timeout = 10_000;', []],
    ['javascript', '// const timeout = 5000; // 5 seconds\nconst timeout = 10_000;', []],
    ['javascript', '// eslint-disable-next-line wait-5-seconds -- 5 seconds\nconst timeout = 10_000;', []],
    ['javascript', '// Only store 34 digits\ndigits[n++] = parseInt(text[i], 10);', []],
    ['javascript', '// Runs in 5 seconds.\nconst port = 8080;', []],
    ['javascript', '// 3 times\nconst name = 5;', []],
    ['javascript', 'wait(() => sleep(10_000)); // 5 seconds', []],
  ])('leaves alone in %s: %s', async (languageId, text, verdicts) => {
    expect(await verdictsOf(languageId, text)).toEqual(verdicts);
  });

  it.each([
    ['const retries = 5; // retries 3 times', 'const retries = 5; // retries 5 times'],
    ['const timeoutMs = 90_000; // 1 minute', 'const timeoutMs = 90_000; // 1.5 minute'],
  ])('corrects the amount in %s', async (before, after) => {
    expect(await fixed('javascript', before)).toBe(after);
  });

  it('offers no correction where the unit of the code is unknown', async () => {
    await expect(fixed('javascript', 'const timeout = 90_000; // 1 minute')).rejects.toThrow('no fix');
  });
});
