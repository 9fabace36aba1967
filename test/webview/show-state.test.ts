// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownAnswer, ViewRequest, ViewState } from '../../src/protocol/webview.ts';
import { showState } from '../../src/webview/show-state.ts';

const labels = {
  welcome: 'Ask about an API.',
  ask: 'Ask…',
  evidence: 'Evidence',
  noEvidence: 'No passage.',
  open: 'Open',
  copy: 'Copy',
  copied: 'Copied',
  earlier: 'Earlier',
};

const answered: ShownAnswer = {
  id: 7,
  question: 'What is the default of <b>attempts</b>?',
  attempted: true,
  verdict: 'Answered',
  text: 'The default is 4.',
  details: 'Decided by a rule.',
  evidence: [
    { place: 'index.d.ts:12', source: 'steady-retry 2.4.0', quote: '<img src=x onerror=alert(1)> **4**' },
  ],
};

const declined: ShownAnswer = {
  id: 6,
  question: 'What is the default of mood?',
  attempted: false,
  verdict: 'Declined',
  text: 'There is no parameter mood.',
  details: 'Decided by a rule.',
  evidence: [],
};

let announcement: HTMLElement;
let newest: HTMLElement;
let earlier: HTMLElement;
let sent: ViewRequest[];

function show(answers: ViewState['answers']): void {
  showState({ type: 'state', labels, answers }, { announcement, newest, earlier }, (request) =>
    sent.push(request),
  );
}

function press(name: string): void {
  const buttons = [...document.querySelectorAll('button')];
  const found = buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  found.click();
}

beforeEach(() => {
  announcement = document.createElement('p');
  newest = document.createElement('div');
  earlier = document.createElement('div');
  document.body.replaceChildren(newest, earlier);
  sent = [];
});

describe('the answer view', () => {
  it('says what can be asked as long as there is no answer', () => {
    show([]);
    expect(newest.textContent).toContain('Ask about an API.');
    press('Ask…');
    expect(sent).toEqual([{ type: 'ask' }]);
  });

  it('shows question and quote as they are, never as markup', () => {
    show([answered]);
    expect(newest.querySelector('h2')?.textContent).toBe('What is the default of <b>attempts</b>?');
    expect(newest.querySelector('pre')?.textContent).toBe('<img src=x onerror=alert(1)> **4**');
    expect(newest.querySelectorAll('img, b, strong')).toHaveLength(0);
    expect(newest.querySelector('.source')?.textContent).toBe('steady-retry 2.4.0');
  });

  it('names the answer and the evidence that is to be opened or copied', () => {
    show([answered]);
    press('Open: index.d.ts:12');
    press('Copy');
    expect(sent).toEqual([
      { type: 'open', answer: 7, evidence: 0 },
      { type: 'copy', answer: 7 },
    ]);
    expect(newest.textContent).toContain('Copied');
  });

  it('shows why a question was declined, and folds earlier answers', () => {
    show([declined, answered]);
    expect(newest.querySelector('.declined')?.textContent).toBe('Declined');
    expect(newest.textContent).toContain('There is no parameter mood.');
    expect([...earlier.querySelectorAll('summary')].map((one) => one.textContent)).toEqual([
      answered.question,
    ]);
    expect(earlier.querySelector('details')?.open).toBe(false);
  });

  it('tells a screen reader the verdict and the answer, and nothing of the rest', () => {
    show([answered, declined]);
    expect(announcement.textContent?.trim()).toBe('Answered: The default is 4.');
    show([]);
    expect(announcement.textContent).toBe('');
  });

  it('reaches everything by keys and in order of headings', () => {
    show([answered, declined]);
    const headings = [...document.querySelectorAll('h1, h2, h3')].map((one) => one.tagName);
    expect(headings).toEqual(['H2', 'H3', 'H2']);
    expect(document.querySelectorAll('[onclick], div[role=button]')).toHaveLength(0);
  });
});
