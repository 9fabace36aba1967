// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/core/platform/index.ts';
import { renderMarkdown } from '../../src/webview/markdown.ts';

function rendered(text: string): HTMLElement {
  const place = document.createElement('div');
  place.append(renderMarkdown(text));
  return place;
}

describe('markdown of an answer', () => {
  it('is shown with its emphasis, code, lists, tables and links', () => {
    const place = rendered(
      'The default is **5**, see `retry`.\n\n- one\n- two\n\n| a |\n|---|\n| b |\n\n[docs](https://example.org/a)',
    );
    expect(place.querySelector('strong')?.textContent).toBe('5');
    expect(place.querySelector('code')?.textContent).toBe('retry');
    expect(place.querySelectorAll('li')).toHaveLength(2);
    expect(place.querySelector('td')?.textContent).toBe('b');
    expect(place.querySelector('a')?.getAttribute('href')).toBe('https://example.org/a');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in an SVG', '<svg><script>alert(1)</script></svg>'],
    ['a handler', '<img src="x" onerror="alert(1)">'],
    ['a handler on an allowed element', '<p onclick="alert(1)">a</p>'],
    ['a style element', '<style>body { display: none }</style>'],
    ['a style attribute', '<p style="position: fixed">a</p>'],
    ['a class of ours', '<p class="verdict answered">Answered</p>'],
    ['an id of ours', '<p id="newest">a</p>'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['a frame with its own page', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['a form', '<form action="https://example.org"><input name="a"><button>Send</button></form>'],
    ['an image', '![a](https://example.org/pixel.png)'],
    ['a policy', '<meta http-equiv="refresh" content="0;url=https://example.org">'],
    ['a base', '<base href="https://example.org">'],
    ['an object', '<object data="a.swf"></object><embed src="a.swf">'],
    ['a template', '<template><img src="x" onerror="alert(1)"></template>'],
    ['broken markup', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>'],
  ])('loses %s', (_name, text) => {
    const place = rendered(text);
    const elements = [...place.querySelectorAll('*')];
    const forbidden =
      'script,svg,math,img,style,iframe,form,input,button,meta,base,object,embed,template,link,video,audio';
    expect(place.querySelectorAll(forbidden)).toHaveLength(0);
    expect(elements.flatMap((one) => one.getAttributeNames())).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    'command:workbench.action.terminal.new',
    'vscode:extension/a.b',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//example.org/a',
    '/etc/passwd',
  ])('loses a link to %s', (target) => {
    for (const text of [`[a](<${target}>)`, `<a href="${target}">a</a>`]) {
      expect([...rendered(text).querySelectorAll('a[href]')]).toEqual([]);
    }
  });
});

describe('text that is no markdown', () => {
  it.each([
    'options takes **kwargs and *args; __init__ sets a_b_c.',
    '1. Not a list, # no heading, - no item',
    'Promise<Map<string, T>> is `generic` | ~~done~~ & &amp; \\ $x$',
    '[a](https://example.org) ![b](c) https://example.org/d a@example.org www.example.org',
    '<b>bold</b> ---',
  ])('is shown as it is: %s', (text) => {
    const place = rendered(escapeMarkdown(text));
    expect(place.textContent?.trim()).toBe(text);
    expect([...place.querySelectorAll('*')].map((one) => one.tagName)).toEqual(['P']);
  });
});
