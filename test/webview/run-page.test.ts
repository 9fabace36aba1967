// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { RunItemDetail, RunState, RunViewRequest, ShownItem } from '../../src/protocol/run-view.ts';
import { firstChoices, type ItemChoices } from '../../src/webview/run/item-choices.ts';
import { RunPage } from '../../src/webview/run/run-page.ts';

const hostile = '<img src=x onerror=alert(1)><b>bold</b> **strong** [link](command:run)';

const labels: RunState['labels'] = {
  all: 'All',
  outcomes: {
    correct: 'Correct',
    incorrect: 'Incorrect',
    not_attempted: 'Not attempted',
    failed: 'Failed',
  },
  filterOutcome: 'Grade shown',
  filterText: 'Filter',
  shown: 'Shown',
  noneFits: 'No item fits.',
  rates: 'Rates',
  items: 'Items',
  columns: {
    number: 'No.',
    outcome: 'Grade',
    question: 'Question',
    expected: 'Expected',
    reply: 'Reply',
    language: 'Language',
    domain: 'Domain',
    milliseconds: 'Milliseconds',
  },
  thinking: 'Thinking',
  close: 'Close details',
  resume: 'Resume Run',
  stop: 'Stop Run',
  openAsText: 'Open as Text',
};

function itemOf(number: number, fields: Partial<ShownItem> = {}): ShownItem {
  return {
    key: `q${number}#0`,
    number,
    question: `Question ${number}?`,
    expected: `gold ${number}`,
    reply: `reply ${number}`,
    language: 'python',
    domain: 'Dates',
    outcome: 'correct',
    milliseconds: number * 10,
    ...fields,
  };
}

const items = [
  itemOf(1, { question: 'Banana?', milliseconds: 300 }),
  itemOf(2, { question: 'apple?', outcome: 'incorrect', language: 'go', milliseconds: null }),
  itemOf(3, { question: 'Cherry 10?', outcome: 'failed', reply: hostile, milliseconds: 20 }),
  itemOf(4, { question: 'Cherry 9?', outcome: 'not_attempted', milliseconds: 100 }),
];

function stateOf(fields: Partial<RunState> = {}): RunState {
  return {
    type: 'run',
    labels,
    title: 'Benchmark run',
    complete: false,
    action: 'resume',
    notes: ['The run is not complete.'],
    facts: [['Model', hostile]],
    rates: [
      { title: 'Correct', text: '50.0 % (20.0–80.0)', value: 0.5, low: 0.2, high: 0.8 },
      { title: 'F', text: '–', value: null, low: null, high: null },
    ],
    groups: [{ title: 'By language', head: ['', 'n'], rows: [[hostile, '4']] }],
    items,
    ...fields,
  };
}

const detail: RunItemDetail = {
  type: 'detail',
  key: 'q3#0',
  outcome: 'failed',
  question: hostile,
  expected: hostile,
  reply: hostile,
  noReply: 'No reply arrived.',
  thinking: hostile,
  facts: [['Reason', hostile]],
};

let root: HTMLElement;
let sent: RunViewRequest[];
let kept: ItemChoices;
let waiting: (() => void)[];
let page: RunPage;

function open(choices: ItemChoices = firstChoices): void {
  page = new RunPage({
    root,
    send: (request) => sent.push(request),
    choices,
    keep: (chosen) => {
      kept = chosen;
    },
    later: (work) => waiting.push(work),
  });
}

function element<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

function questions(): readonly string[] {
  return [...root.querySelectorAll('.items tbody th')].map(({ textContent }) => textContent);
}

function sortBy(title: string): void {
  const heads = [...root.querySelectorAll<HTMLButtonElement>('.items thead button')];
  const found = heads.find(({ textContent }) => textContent === title);
  if (found === undefined) throw new Error(`no column ${title}`);
  found.click();
}

function sortedColumns(): readonly (readonly [string | null, string | null])[] {
  return [...root.querySelectorAll('.items thead th[aria-sort]')].map((head) => [
    head.textContent,
    head.getAttribute('aria-sort'),
  ]);
}

function filter(text: string): void {
  const input = element('.filters input', HTMLInputElement);
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

function chooseOutcome(outcome: string): void {
  const select = element('.filters select', HTMLSelectElement);
  select.value = outcome;
  select.dispatchEvent(new Event('change'));
}

function rowOf(question: string): HTMLButtonElement {
  const rows = [...root.querySelectorAll<HTMLButtonElement>('.items tbody button')];
  const found = rows.find(({ textContent }) => textContent === question);
  if (found === undefined) throw new Error(`no row ${question}`);
  return found;
}

function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

function focusedText(): string | null | undefined {
  return document.activeElement?.textContent;
}

beforeEach(() => {
  root = document.createElement('main');
  document.body.replaceChildren(root);
  sent = [];
  waiting = [];
  open();
});

describe('the run view', () => {
  it('goes on with a run, or stops it', () => {
    open();
    page.show(stateOf());
    const resume = element('button.action', HTMLButtonElement);
    expect([resume.textContent, resume.hidden]).toEqual(['Resume Run', false]);
    resume.click();
    expect(sent).toContainEqual({ type: 'resume' });
    page.show(stateOf({ action: 'stop' }));
    expect([resume.textContent, resume.hidden]).toEqual(['Stop Run', false]);
    resume.click();
    expect(sent.at(-1)).toEqual({ type: 'stop' });
    page.show(stateOf({ action: null }));
    expect(resume.hidden).toBe(true);
  });

  it('shows texts of strangers as they are, never as markup', () => {
    page.show(stateOf());
    rowOf('Cherry 10?').click();
    page.show(detail);
    expect(root.querySelectorAll('img, b, strong, a, script')).toHaveLength(0);
    expect(element('.facts dd', HTMLElement).textContent).toBe(hostile);
    expect(element('.groups tbody th', HTMLElement).textContent).toBe(hostile);
    expect(element('.detail h2', HTMLElement).textContent).toBe(hostile);
    expect([...root.querySelectorAll('.detail pre')].map(({ textContent }) => textContent)).toEqual([
      hostile,
      hostile,
      hostile,
    ]);
  });

  it('says rates as text and draws them for the eye, with a name for a screen reader', () => {
    page.show(stateOf());
    expect([...root.querySelectorAll('.rate-text')].map(({ textContent }) => textContent)).toEqual([
      '50.0 % (20.0–80.0)',
      '–',
    ]);
    const bars = [...root.querySelectorAll('svg')];
    expect(bars.map((bar) => bar.getAttribute('aria-label'))).toEqual(['Correct: 50.0 % (20.0–80.0)']);
    expect(root.querySelector('.bar-value')?.getAttribute('width')).toBe('50.00');
    expect(root.querySelector('.bar-interval')?.getAttribute('x')).toBe('20.00');
    expect(root.querySelector('.bar-interval')?.getAttribute('width')).toBe('60.00');
    expect(root.querySelectorAll('[style]')).toHaveLength(0);
  });

  it('says in one sentence why a file is not shown, and opens it as text', () => {
    page.show({ type: 'unreadable', sentence: 'Line 3 is broken.', openAsText: 'Open as Text' });
    expect(element('[role=alert]', HTMLElement).textContent).toBe('Line 3 is broken.');
    element('button', HTMLButtonElement).click();
    expect(sent).toEqual([{ type: 'openAsText' }]);
    page.show(stateOf());
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(questions()).toHaveLength(4);
  });
});

describe('the table of items', () => {
  it('sorts by the column that is pressed, and the other way round when it is pressed again', () => {
    page.show(stateOf());
    expect(sortedColumns()).toEqual([['No.', 'ascending']]);
    sortBy('Question');
    expect(questions()).toEqual(['apple?', 'Banana?', 'Cherry 9?', 'Cherry 10?']);
    sortBy('Question');
    expect(questions()).toEqual(['Cherry 10?', 'Cherry 9?', 'Banana?', 'apple?']);
    expect(sortedColumns()).toEqual([['Question', 'descending']]);
  });

  it('keeps what has no value at the end, whichever way it is sorted', () => {
    page.show(stateOf());
    sortBy('Milliseconds');
    expect(questions()).toEqual(['Cherry 10?', 'Cherry 9?', 'Banana?', 'apple?']);
    sortBy('Milliseconds');
    expect(questions()).toEqual(['Banana?', 'Cherry 9?', 'Cherry 10?', 'apple?']);
  });

  it('filters by grade and by words, and says how many items are left', () => {
    page.show(stateOf());
    const options = [...root.querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(options).toEqual(['All (4)', 'Correct (1)', 'Incorrect (1)', 'Not attempted (1)', 'Failed (1)']);
    filter('CHERRY dates');
    expect(questions()).toEqual(['Cherry 10?', 'Cherry 9?']);
    chooseOutcome('not_attempted');
    expect(questions()).toEqual(['Cherry 9?']);
    expect(element('[role=status]', HTMLElement).textContent).toBe('Shown: 1 / 4');
    filter('nowhere');
    expect(questions()).toEqual([]);
    expect(element('.list > .description', HTMLElement).hidden).toBe(false);
  });

  it('shows a part of many rows at once, then all of them', () => {
    page.show(stateOf({ items: Array.from({ length: 1500 }, (_none, index) => itemOf(index + 1)) }));
    expect(questions()).toHaveLength(200);
    expect(element('.items', HTMLTableElement).getAttribute('aria-rowcount')).toBe('1501');
    while (waiting.length > 0) waiting.shift()?.();
    expect(questions()).toHaveLength(1500);
    expect(questions().at(-1)).toBe('Question 1500?');
  });

  it('puts no rows of an earlier order behind those of a new one', () => {
    page.show(stateOf({ items: Array.from({ length: 500 }, (_none, index) => itemOf(index + 1)) }));
    filter('question 499?');
    while (waiting.length > 0) waiting.shift()?.();
    expect(questions()).toEqual(['Question 499?']);
  });
});

describe('an item', () => {
  it('is asked for when it is selected, and shown with its thinking folded', () => {
    page.show(stateOf());
    rowOf('Cherry 10?').click();
    expect(sent).toEqual([{ type: 'select', key: 'q3#0' }]);
    expect(root.querySelectorAll('tr[aria-current]')).toHaveLength(1);
    page.show(detail);
    expect(element('.detail details', HTMLDetailsElement).open).toBe(false);
    expect(element('.detail .grade', HTMLElement).textContent).toBe('Failed');
  });

  it('says why there is no reply', () => {
    page.show(stateOf());
    rowOf('Cherry 10?').click();
    page.show({ ...detail, reply: ' ', thinking: '' });
    expect(element('.detail .description', HTMLElement).textContent).toBe('No reply arrived.');
    expect(root.querySelector('.detail details')).toBeNull();
  });

  it('is not shown when the reader has gone on to another one', () => {
    page.show(stateOf());
    rowOf('Cherry 10?').click();
    rowOf('apple?').click();
    page.show(detail);
    expect(element('.detail', HTMLElement).hidden).toBe(true);
  });

  it('is reached, read and left with the keyboard alone', () => {
    page.show(stateOf());
    expect(root.querySelectorAll('.items tbody button[tabindex="0"]')).toHaveLength(1);
    rowOf('Banana?').focus();
    press('ArrowDown');
    press('ArrowDown');
    expect(focusedText()).toBe('Cherry 10?');
    expect(kept.selected).toBe('q3#0');
    press('End');
    expect(focusedText()).toBe('Cherry 9?');
    press('ArrowUp');
    press('Enter');
    page.show(detail);
    expect(document.activeElement).toBe(element('.detail', HTMLElement));
    press('Escape');
    expect(focusedText()).toBe('Cherry 10?');
    expect(element('.detail', HTMLElement).hidden).toBe(true);
  });
});

describe('a run that grows', () => {
  it('keeps focus, filter, order and the open item', () => {
    page.show(stateOf());
    sortBy('Question');
    filter('cherry');
    rowOf('Cherry 10?').focus();
    rowOf('Cherry 10?').click();
    page.show(detail);
    element('.detail details', HTMLDetailsElement).open = true;
    sent = [];
    const grown = items.map((item) =>
      item.key === 'q3#0' ? { ...item, outcome: 'correct' as const } : item,
    );
    page.show(stateOf({ items: [...grown, itemOf(5, { question: 'Cherry 1?' })] }));
    page.show(detail);
    expect(questions()).toEqual(['Cherry 1?', 'Cherry 9?', 'Cherry 10?']);
    expect(focusedText()).toBe('Cherry 10?');
    expect(rowOf('Cherry 10?').closest('tr')?.querySelector('.outcome')?.textContent).toBe('Correct');
    expect(sent).toEqual([{ type: 'select', key: 'q3#0' }]);
    expect(element('.detail details', HTMLDetailsElement).open).toBe(true);
  });

  it('comes back as it was left', () => {
    page.show(stateOf());
    filter('cherry');
    sortBy('Question');
    rowOf('Cherry 9?').click();
    sent = [];
    open(kept);
    page.show(stateOf());
    expect(questions()).toEqual(['Cherry 9?', 'Cherry 10?']);
    expect(element('.filters input', HTMLInputElement).value).toBe('cherry');
    expect(sent).toEqual([{ type: 'select', key: 'q4#0' }]);
  });

  it('lets go of an item that the file no longer has', () => {
    page.show(stateOf());
    rowOf('Cherry 10?').click();
    page.show(detail);
    page.show(stateOf({ items: items.slice(0, 2) }));
    expect(element('.detail', HTMLElement).hidden).toBe(true);
    expect(questions()).toEqual(['Banana?', 'apple?']);
  });
});
