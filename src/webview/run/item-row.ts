import type { RunViewLabels, ShownItem } from '../../protocol/run-view.ts';
import { button, element } from '../element.ts';

/** A row of the table of items; its question is the button that opens it. */
export interface ItemRow {
  readonly element: HTMLTableRowElement;
  readonly button: HTMLButtonElement;
  /** Shows what the item has become. */
  update(item: ShownItem): void;
  setSelected(isSelected: boolean): void;
  /** Whether the Tab key stops at it: one row of the table has it, the arrows go on from there. */
  setReachable(isReachable: boolean): void;
}

export interface ItemRowOptions {
  readonly labels: RunViewLabels;
  readonly onSelect: (key: string) => void;
}

export function createItemRow(first: ShownItem, { labels, onSelect }: ItemRowOptions): ItemRow {
  const open = button('', () => onSelect(first.key));
  open.className = 'link';
  open.tabIndex = -1;
  const number = element('td', { className: 'number' });
  const outcome = element('td', { className: 'outcome' });
  const question = element('th', { className: 'question', children: [open] });
  question.scope = 'row';
  const [expected, reply, language, domain] = [cell(), cell(), cell(), cell()];
  const milliseconds = element('td', { className: 'number' });
  const row = element('tr', {
    children: [number, outcome, question, expected, reply, language, domain, milliseconds],
  });
  row.addEventListener('click', ({ target }) => {
    if (target !== open) onSelect(first.key);
  });
  let shown: string | undefined;
  const update = (item: ShownItem) => {
    const content = JSON.stringify(item);
    if (content === shown) return;
    shown = content;
    row.dataset.outcome = item.outcome;
    number.textContent = String(item.number);
    outcome.textContent = labels.outcomes[item.outcome];
    open.textContent = item.question;
    expected.textContent = item.expected;
    reply.textContent = item.reply;
    language.textContent = item.language;
    domain.textContent = item.domain;
    milliseconds.textContent = item.milliseconds === null ? '' : String(item.milliseconds);
  };
  update(first);
  return {
    element: row,
    button: open,
    update,
    setSelected(isSelected) {
      if (isSelected) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    },
    setReachable(isReachable) {
      open.tabIndex = isReachable ? 0 : -1;
    },
  };
}

function cell(): HTMLTableCellElement {
  return element('td', {});
}
