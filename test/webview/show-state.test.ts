// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownAnswer, ViewRequest, ViewState } from '../../src/protocol/webview.ts';
import { appendPiece, showState } from '../../src/webview/show-state.ts';

const labels = {
  welcome: 'Ask about an API.',
  ask: 'Ask…',
  evidence: 'Evidence',
  noEvidence: 'No passage.',
  open: 'Open',
  copy: 'Copy',
  copied: 'Copied',
  again: 'Again',
  insert: 'Insert',
  earlier: 'Earlier',
  stop: 'Stop',
  passage: 'Passage',
  offers: { addEndpoint: 'Add…', selectModel: 'Select…', testConnection: 'Test' },
};

const answered: ShownAnswer = {
  id: 7,
  question: 'What is the default of <b>attempts</b>?',
  kind: 'answered',
  verdict: 'Answered',
  text: 'The default is 4.',
  notes: [],
  offer: null,
  isInsertable: true,
  details: 'Decided by a rule.',
  evidence: [
    { place: 'index.d.ts:12', source: 'steady-retry 2.4.0', quote: '<img src=x onerror=alert(1)> **4**' },
  ],
};

const declined: ShownAnswer = {
  id: 6,
  question: 'What is the default of mood?',
  kind: 'declined',
  verdict: 'Declined',
  text: 'There is no parameter mood.',
  notes: [],
  offer: null,
  isInsertable: false,
  details: 'Decided by a rule.',
  evidence: [],
};

const cited: ShownAnswer = {
  ...answered,
  id: 8,
  kind: 'cited',
  verdict: 'Answered by tiny',
  text: 'It is **4** [1], see `list[1]`, [2](https://x.example) and [9]. <img src=x onerror=alert(1)>',
};

const growing: ShownAnswer = {
  ...declined,
  id: 9,
  kind: 'asking',
  verdict: 'Asking tiny…',
  text: 'It is **4',
  notes: ['There is no parameter mood.'],
  details: '',
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

const text = () => newest.querySelector('.text')?.textContent;

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

  it('asks again, and inserts what is a fact', () => {
    show([answered]);
    press('Insert');
    press('Again');
    expect(sent).toEqual([
      { type: 'insert', answer: 7 },
      { type: 'again', answer: 7 },
    ]);
    show([declined]);
    expect(() => press('Insert')).toThrow('no button');
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

describe('an answer of a model', () => {
  it('leads from each citation to its passage, and from nothing else', () => {
    show([cited]);
    const citations = [...newest.querySelectorAll('button.citation')];
    expect(citations.map((one) => [one.textContent, one.getAttribute('aria-label')])).toEqual([
      ['[1]', 'Passage 1'],
    ]);
    expect(text()?.trim()).toBe('It is 4 [1], see list[1], 2 and [9].');
    expect(newest.querySelectorAll('img')).toHaveLength(0);
    Element.prototype.scrollIntoView = () => undefined;
    press('Passage 1');
    expect(document.activeElement?.textContent).toBe('index.d.ts:12');
    expect(newest.querySelector('ol > li')?.contains(document.activeElement)).toBe(true);
  });

  it('says in words that it is closed-book', () => {
    const closedBook = { ...cited, kind: 'closed-book' as const, verdict: 'Closed-book', evidence: [] };
    show([{ ...closedBook, notes: ['Check it.'] }]);
    expect(newest.querySelector('.verdict')?.textContent).toBe('Closed-book');
    expect(newest.querySelector('.note')?.textContent).toBe('Check it.');
    expect(newest.querySelectorAll('.citation')).toHaveLength(0);
    expect(announcement.textContent).toMatch(/^Closed-book: It is 4 \[1\].* Check it\.$/);
  });

  it('grows as text while it comes, for the answer that is meant alone', () => {
    show([growing]);
    appendPiece({ type: 'piece', answer: 9, text: '** <b>bold</b>' }, newest);
    appendPiece({ type: 'piece', answer: 8, text: 'of another one' }, newest);
    expect(text()).toBe('It is **4** <b>bold</b>');
    expect(newest.querySelectorAll('strong, b')).toHaveLength(0);
    show([cited]);
    appendPiece({ type: 'piece', answer: 8, text: 'too late' }, newest);
    expect(text()).not.toContain('too late');
  });

  it('is announced when it begins and when it is whole, not piece by piece', () => {
    show([growing]);
    expect(announcement.textContent).toBe('Asking tiny…');
    appendPiece({ type: 'piece', answer: 9, text: 'more' }, newest);
    expect(announcement.textContent).toBe('Asking tiny…');
    expect(newest.querySelector('[aria-live], [role=status]')).toBeNull();
    show([cited]);
    expect(announcement.textContent).toMatch(/^Answered by tiny: It is 4/);
  });

  it('is stopped by its button, and the focus stays where it was', () => {
    show([growing]);
    const stop = newest.querySelector<HTMLButtonElement>('button.stop');
    stop?.focus();
    press('Stop');
    expect(sent).toEqual([{ type: 'stop', answer: 9 }]);
    show([{ ...declined, id: 9 }]);
    expect(document.activeElement?.textContent).toBe('Copy');
  });

  it('does not take the focus that is elsewhere', () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    show([growing]);
    show([cited]);
    expect(document.activeElement).toBe(elsewhere);
  });

  it('offers what helps where there is none', () => {
    show([{ ...declined, offer: 'addEndpoint' }]);
    press('Add…');
    expect(sent).toEqual([{ type: 'offer', offer: 'addEndpoint' }]);
  });
});
