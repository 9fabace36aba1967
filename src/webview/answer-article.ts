import type { ShownAnswer, ShownEvidence, ViewLabels, ViewRequest } from '../protocol/webview.ts';
import { linkCitations } from './citations.ts';
import { button, element } from './element.ts';
import { renderMarkdown } from './markdown.ts';

/** Milliseconds that a button says what it did. */
const confirmation = 2000;

export interface ArticleTools {
  readonly labels: ViewLabels;
  readonly send: (request: ViewRequest) => void;
}

/** An answer in whole: verdict, text, the quoted evidence, who decided, and what can be done with it. */
export function answerArticle(answer: ShownAnswer, tools: ArticleTools): HTMLElement {
  const { kind, verdict, details } = answer;
  const notes = answer.notes.map((text) => element('p', { className: 'note', text }));
  const passages = evidenceSection(answer, tools);
  return element('article', {
    children: [
      element('p', { className: `verdict ${kind}`, text: verdict }),
      answerText(answer, passages, tools),
      ...notes,
      ...passages,
      ...(details === '' ? [] : [element('p', { className: 'details', text: details })]),
      ...buttons(answer, tools),
    ],
  });
}

function answerText({ kind, text, evidence }: ShownAnswer, passages: readonly Node[], tools: ArticleTools) {
  // Half of a markdown text may be anything: what comes is shown as text until it is whole.
  if (kind === 'asking') return element('div', { className: 'text growing', text });
  const rendered = renderMarkdown(text);
  if (kind !== 'cited') return element('div', { className: 'text', children: [rendered] });
  const list = passages.find((one) => one instanceof HTMLOListElement);
  const goTo = (number: number) => {
    const link = list?.children[number - 1]?.querySelector('button');
    link?.scrollIntoView({ block: 'nearest' });
    link?.focus();
  };
  const citations = { count: evidence.length, label: tools.labels.passage, goTo };
  return element('div', { className: 'text', children: [linkCitations(rendered, citations)] });
}

function evidenceSection({ id, kind, evidence }: ShownAnswer, tools: ArticleTools): readonly Node[] {
  const { labels, send } = tools;
  if (evidence.length === 0) {
    return kind === 'answered' ? [element('p', { className: 'details', text: labels.noEvidence })] : [];
  }
  const items = evidence.map((one, index) =>
    evidenceItem(one, labels, () => send({ type: 'open', answer: id, evidence: index })),
  );
  return [
    element('h3', { text: labels.evidence }),
    // The numbers are those that the text cites.
    element(kind === 'cited' ? 'ol' : 'ul', { className: 'evidence', children: items }),
  ];
}

function evidenceItem(
  { place, source, quote }: ShownEvidence,
  labels: ViewLabels,
  open: () => void,
): HTMLLIElement {
  const link = button(place, open, `${labels.open}: ${place}`);
  link.className = 'link';
  const head = element('div', {
    className: 'place',
    children: [link, element('span', { className: 'source', text: source })],
  });
  const block = element('pre', { children: [element('code', { text: quote })] });
  return element('li', { children: [head, block] });
}

function buttons({ id, kind, offer, isInsertable }: ShownAnswer, tools: ArticleTools): readonly Node[] {
  const { labels, send } = tools;
  if (kind === 'asking') {
    const stop = button(labels.stop, () => send({ type: 'stop', answer: id }));
    stop.className = 'stop';
    return [stop];
  }
  const again = button(labels.again, () => send({ type: 'again', answer: id }));
  const insert = isInsertable ? [button(labels.insert, () => send({ type: 'insert', answer: id }))] : [];
  const shared = [copyButton(id, tools), ...insert, again];
  if (offer === null) return shared;
  const offered = button(labels.offers[offer], () => send({ type: 'offer', offer }));
  offered.className = 'link offer';
  return [...shared, offered];
}

function copyButton(answer: number, { labels, send }: ArticleTools): HTMLButtonElement {
  const made = button(labels.copy, () => {
    send({ type: 'copy', answer });
    made.textContent = labels.copied;
    setTimeout(() => {
      made.textContent = labels.copy;
    }, confirmation);
  });
  return made;
}
