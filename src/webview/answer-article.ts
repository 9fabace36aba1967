import type { ShownAnswer, ShownEvidence, ViewLabels, ViewRequest } from '../protocol/webview.ts';
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
  const verdict = element('p', {
    className: answer.attempted ? 'verdict answered' : 'verdict declined',
    text: answer.verdict,
  });
  const text = element('div', { className: 'text', children: [renderMarkdown(answer.text)] });
  const details = element('p', { className: 'details', text: answer.details });
  return element('article', {
    children: [verdict, text, ...evidenceSection(answer, tools), details, copyButton(answer, tools)],
  });
}

function evidenceSection({ id, attempted, evidence }: ShownAnswer, tools: ArticleTools): readonly Node[] {
  const { labels, send } = tools;
  if (evidence.length === 0) {
    return attempted ? [element('p', { className: 'details', text: labels.noEvidence })] : [];
  }
  const items = evidence.map((one, index) =>
    evidenceItem(one, labels, () => send({ type: 'open', answer: id, evidence: index })),
  );
  return [
    element('h3', { text: labels.evidence }),
    element('ul', { className: 'evidence', children: items }),
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

function copyButton({ id }: ShownAnswer, { labels, send }: ArticleTools): HTMLButtonElement {
  const made = button(labels.copy, () => {
    send({ type: 'copy', answer: id });
    made.textContent = labels.copied;
    setTimeout(() => {
      made.textContent = labels.copy;
    }, confirmation);
  });
  return made;
}
