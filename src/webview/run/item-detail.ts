import type { RunItemDetail, RunViewLabels } from '../../protocol/run-view.ts';
import { button, element } from '../element.ts';

const questionId = 'detail-question';

export interface ItemDetailOptions {
  readonly labels: RunViewLabels;
  readonly onClose: () => void;
}

/** One item in whole beside the table. */
export class ItemDetail {
  readonly element: HTMLElement;
  readonly #options: ItemDetailOptions;
  #shown: string | undefined;

  constructor(options: ItemDetailOptions) {
    this.#options = options;
    this.element = element('aside', { className: 'detail' });
    this.element.tabIndex = -1;
    this.element.setAttribute('aria-labelledby', questionId);
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#shown !== undefined) options.onClose();
    });
    this.clear();
  }

  clear(): void {
    this.#shown = undefined;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Shows an item; one that is shown as it is already stays as the reader left it. */
  show(detail: RunItemDetail): void {
    const content = JSON.stringify(detail);
    if (content === this.#shown) return;
    this.#shown = content;
    this.element.replaceChildren(...detailParts(detail, this.#options));
    this.element.hidden = false;
    this.element.scrollTop = 0;
  }
}

function detailParts(detail: RunItemDetail, { labels, onClose }: ItemDetailOptions): readonly Node[] {
  const { question, expected, reply, noReply, thinking, outcome, facts } = detail;
  const { columns } = labels;
  const close = button('×', onClose, labels.close);
  close.className = 'close';
  close.title = labels.close;
  const grade = element('p', { className: 'grade', text: labels.outcomes[outcome] });
  grade.dataset.outcome = outcome;
  const heading = element('h2', { text: question });
  heading.id = questionId;
  return [
    close,
    heading,
    grade,
    element('h3', { text: columns.expected }),
    element('pre', { text: expected }),
    element('h3', { text: columns.reply }),
    reply.trim() === ''
      ? element('p', { className: 'description', text: noReply })
      : element('pre', { text: reply }),
    ...(thinking.trim() === ''
      ? []
      : [
          element('details', {
            children: [element('summary', { text: labels.thinking }), element('pre', { text: thinking })],
          }),
        ]),
    element('dl', {
      className: 'facts',
      children: facts.flatMap(([title, value]) => [
        element('dt', { text: title }),
        element('dd', { text: value }),
      ]),
    }),
  ];
}
