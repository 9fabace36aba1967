import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/extension/endpoints/loopback.ts';

describe('a URL', () => {
  it.each([
    'http://localhost:8000/v1',
    'http://LOCALHOST/v1',
    'https://127.0.0.1/v1',
    'http://127.9.8.7:1/v1',
    'http://127.1/v1',
    'http://0x7f000001/v1',
    'http://[::1]:8000/v1',
    'http://[0:0:0:0:0:0:0:1]/v1',
  ])('%s stays on this machine', (url) => {
    expect(isLoopback(url)).toBe(true);
  });

  it.each([
    'http://localhost.evil.com/v1',
    'http://evil.com/localhost/v1',
    'http://evil-localhost/v1',
    'http://localhost@evil.com/v1',
    'http://127.0.0.1.evil.com/v1',
    'http://127.0.0.1.nip.io/v1',
    'http://128.0.0.1/v1',
    'http://0.0.0.0:8000/v1',
    'http://10.0.0.7:8000/v1',
    'http://[::]:8000/v1',
    'http://[2001:db8::1]/v1',
    'https://api.example.com/v1',
  ])('%s leaves it', (url) => {
    expect(isLoopback(url)).toBe(false);
  });
});
