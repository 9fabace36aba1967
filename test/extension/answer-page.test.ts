// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { answerPage } from '../../src/extension/answers/answer-page.ts';

const page = new DOMParser().parseFromString(
  answerPage({
    language: 'zh-Hans',
    title: '"><script>alert(1)</script>',
    source: 'https://view.example',
    nonce: 'abc',
    script: 'https://view.example/answer.js',
    style: 'https://view.example/answer.css',
  }),
  'text/html',
);

describe('the page of the answer view', () => {
  it('allows our script and style alone', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src https://view.example; script-src 'nonce-abc'");
    const scripts = [...page.querySelectorAll('script')];
    expect(scripts.map((one) => [one.nonce, one.getAttribute('src'), one.textContent])).toEqual([
      ['abc', 'https://view.example/answer.js', ''],
    ]);
    expect(page.querySelectorAll('style, [style]')).toHaveLength(0);
  });

  it('is announced in its language, and its newest answer as it comes', () => {
    expect(page.documentElement.lang).toBe('zh-Hans');
    expect(page.getElementById('announcement')?.getAttribute('role')).toBe('status');
  });
});
