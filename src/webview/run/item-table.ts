import type { RunViewLabels, ShownItem } from '../../protocol/run-view.ts';
import { button, element } from '../element.ts';
import { type ItemChoices, type SortColumn, sortColumns } from './item-choices.ts';
import { createItemRow, type ItemRow } from './item-row.ts';

/** Rows that are put into the table at once; the others follow when the page has drawn these. */
const chunk = 200;

export interface ItemTableOptions {
  readonly labels: RunViewLabels;
  readonly onSort: (column: SortColumn) => void;
  readonly onSelect: (key: string) => void;
  /** The Enter key on a row: the reader wants to go on in its detail. */
  readonly onOpen: (key: string) => void;
  /** Does work when the page has drawn what there is. */
  readonly later: (work: () => void) => void;
}

/** The table of items. Rows stay the same elements while they are sorted, filtered and updated. */
export class ItemTable {
  readonly element: HTMLTableElement;
  readonly #options: ItemTableOptions;
  readonly #heads: ReadonlyMap<SortColumn, HTMLTableCellElement>;
  readonly #body: HTMLTableSectionElement = element('tbody', {});
  readonly #rows = new Map<string, ItemRow>();
  #order: readonly string[] = [];
  #selected: string | null = null;
  #reachable: string | undefined;

  constructor(options: ItemTableOptions) {
    this.#options = options;
    const { labels, onSort } = options;
    this.#heads = new Map(
      sortColumns.map((column) => {
        const sort = button(labels.columns[column], () => onSort(column));
        const head = element('th', { className: `column-${column}`, children: [sort] });
        head.scope = 'col';
        return [column, head];
      }),
    );
    this.element = element('table', {
      className: 'items',
      children: [
        element('caption', { className: 'unseen', text: labels.items }),
        element('thead', { children: [element('tr', { children: [...this.#heads.values()] })] }),
        this.#body,
      ],
    });
    this.#body.addEventListener('keydown', (event) => this.#move(event));
  }

  /** Shows some items in their order. */
  show(items: readonly ShownItem[], { column, isDescending, selected }: ItemChoices): void {
    for (const [name, head] of this.#heads) {
      if (name === column) head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    // Rows come in one after the other, and a screen reader should know of all.
    this.element.setAttribute('aria-rowcount', String(items.length + 1));
    for (const item of items) this.#rowOf(item).update(item);
    const order = items.map(({ key }) => key);
    if (order.join('\n') !== this.#order.join('\n')) this.#arrange(order);
    this.select(selected);
  }

  /** Marks an item's row as the one whose detail is open. */
  select(key: string | null): void {
    if (this.#selected !== null) this.#rows.get(this.#selected)?.setSelected(false);
    this.#selected = key;
    if (key === null) return;
    this.#rows.get(key)?.setSelected(true);
    if (this.#order.includes(key)) this.#reach(key);
  }

  /** Puts the focus on an item's row. */
  focus(key: string): void {
    if (!this.#order.includes(key)) return;
    this.#reach(key);
    this.#rows.get(key)?.button.focus();
  }

  #rowOf(item: ShownItem): ItemRow {
    const known = this.#rows.get(item.key);
    if (known !== undefined) return known;
    const made = createItemRow(item, this.#options);
    this.#rows.set(item.key, made);
    return made;
  }

  #arrange(order: readonly string[]): void {
    const focused = this.#keyInFocus();
    this.#order = order;
    const rows = order.flatMap((key) => this.#rows.get(key) ?? []);
    for (const [index, { element: row }] of rows.entries()) row.setAttribute('aria-rowindex', `${index + 2}`);
    const wanted = focused ?? this.#selected;
    const first = Math.max(chunk, wanted === null ? 0 : order.indexOf(wanted) + 1);
    this.#body.replaceChildren(...rows.slice(0, first).map(({ element: row }) => row));
    this.#append(rows, first, order);
    this.#reach(wanted !== null && order.includes(wanted) ? wanted : order[0]);
    // Moving a row takes the focus from it.
    if (focused !== null) this.#rows.get(focused)?.button.focus({ preventScroll: true });
  }

  #append(rows: readonly ItemRow[], from: number, order: readonly string[]): void {
    if (from >= rows.length) return;
    this.#options.later(() => {
      // The items have been sorted or filtered anew meanwhile.
      if (this.#order !== order) return;
      this.#body.append(...rows.slice(from, from + chunk).map(({ element: row }) => row));
      this.#append(rows, from + chunk, order);
    });
  }

  #reach(key: string | undefined): void {
    if (this.#reachable !== undefined) this.#rows.get(this.#reachable)?.setReachable(false);
    this.#reachable = key;
    if (key !== undefined) this.#rows.get(key)?.setReachable(true);
  }

  #keyInFocus(): string | null {
    const focused = document.activeElement;
    if (focused === null || !this.#body.contains(focused)) return null;
    return this.#order.find((key) => this.#rows.get(key)?.button === focused) ?? null;
  }

  #move(event: KeyboardEvent): void {
    const step = steps[event.key];
    const key = this.#keyInFocus();
    if (key === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#options.onOpen(key);
    }
    if (step === undefined) return;
    const last = this.#order.length - 1;
    const next = this.#order[Math.min(last, Math.max(0, this.#order.indexOf(key) + step))];
    event.preventDefault();
    if (next === undefined || next === key || this.#rows.get(next)?.element.isConnected !== true) return;
    this.focus(next);
    this.#options.onSelect(next);
  }
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
