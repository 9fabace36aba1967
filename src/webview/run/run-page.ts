import type {
  RunItemDetail,
  RunState,
  RunViewLabels,
  RunViewMessage,
  RunViewRequest,
} from '../../protocol/run-view.ts';
import { button, element } from '../element.ts';
import { chosenItems, type ItemChoices } from './item-choices.ts';
import { ItemDetail } from './item-detail.ts';
import { ItemFilters } from './item-filters.ts';
import { ItemTable } from './item-table.ts';
import { runSummary } from './run-summary.ts';

export interface RunPageOptions {
  readonly root: HTMLElement;
  readonly send: (request: RunViewRequest) => void;
  /** What was chosen when the page was left. */
  readonly choices: ItemChoices;
  readonly keep: (choices: ItemChoices) => void;
  readonly later: (work: () => void) => void;
}

interface Parts {
  readonly summary: HTMLElement;
  readonly action: HTMLButtonElement;
  readonly filters: ItemFilters;
  readonly table: ItemTable;
  readonly detail: ItemDetail;
  readonly none: HTMLElement;
}

/** The page of a run: its parts are built once, so that focus, scrolling and choices stay while the run grows. */
export class RunPage {
  readonly #options: RunPageOptions;
  #choices: ItemChoices;
  #parts: Parts | undefined;
  #state: RunState | undefined;
  /** Whether the detail that is on its way takes the focus. */
  #isFocusWanted = false;

  constructor(options: RunPageOptions) {
    this.#options = options;
    this.#choices = options.choices;
  }

  show(message: RunViewMessage): void {
    if (message.type === 'run') this.#showRun(message);
    else if (message.type === 'detail') this.#showDetail(message);
    else this.#showReason(message.sentence, message.openAsText);
  }

  #showReason(sentence: string, openAsText: string): void {
    this.#parts = undefined;
    this.#state = undefined;
    const said = element('p', { className: 'failure', text: sentence });
    said.setAttribute('role', 'alert');
    this.#options.root.replaceChildren(
      said,
      button(openAsText, () => this.#options.send({ type: 'openAsText' })),
    );
  }

  #showRun(state: RunState): void {
    this.#parts ??= this.#build(state.labels);
    this.#state = state;
    this.#parts.summary.replaceChildren(...runSummary(state));
    this.#parts.action.hidden = state.action === null;
    if (state.action !== null) this.#parts.action.textContent = state.labels[state.action];
    const { selected } = this.#choices;
    if (selected !== null && !state.items.some(({ key }) => key === selected)) this.#close();
    else if (selected !== null) this.#options.send({ type: 'select', key: selected });
    this.#showItems();
  }

  #build(labels: RunViewLabels): Parts {
    const { root, later, send } = this.#options;
    const filters = new ItemFilters(labels, (choice) => this.#choose(choice));
    const table = new ItemTable({
      labels,
      later,
      onSort: (column) =>
        this.#choose({
          column,
          isDescending: column === this.#choices.column && !this.#choices.isDescending,
        }),
      onSelect: (key) => this.#select(key),
      onOpen: (key) => {
        this.#isFocusWanted = true;
        this.#select(key);
      },
    });
    const detail = new ItemDetail({ labels, onClose: () => this.#close() });
    const summary = element('div', {});
    const none = element('p', { className: 'description', text: labels.noneFits });
    const list = element('div', { className: 'list', children: [filters.element, table.element, none] });
    const action = button(labels.resume, () => {
      const type = this.#state?.action;
      if (type != null) send({ type });
    });
    action.className = 'action';
    const openAsText = button(labels.openAsText, () => send({ type: 'openAsText' }));
    openAsText.className = 'open-as-text';
    root.replaceChildren(
      openAsText,
      action,
      summary,
      element('h2', { text: labels.items }),
      element('div', { className: 'split', children: [list, detail.element] }),
    );
    return { summary, action, filters, table, detail, none };
  }

  #choose(choice: Partial<ItemChoices>): void {
    this.#choices = { ...this.#choices, ...choice };
    this.#options.keep(this.#choices);
    this.#showItems();
  }

  #select(selected: string): void {
    this.#choices = { ...this.#choices, selected };
    this.#options.keep(this.#choices);
    this.#parts?.table.select(selected);
    this.#options.send({ type: 'select', key: selected });
  }

  #showItems(): void {
    if (this.#parts === undefined || this.#state === undefined) return;
    const { filters, table, none } = this.#parts;
    const { items } = this.#state;
    const chosen = chosenItems(items, this.#choices, document.documentElement.lang || 'en');
    filters.show(items, this.#choices, chosen.length);
    table.show(chosen, this.#choices);
    table.element.hidden = chosen.length === 0;
    none.hidden = chosen.length > 0;
  }

  #showDetail(detail: RunItemDetail): void {
    // The reader may have gone on while it was on its way.
    if (detail.key !== this.#choices.selected) return;
    this.#parts?.detail.show(detail);
    if (this.#isFocusWanted) this.#parts?.detail.element.focus();
    this.#isFocusWanted = false;
  }

  #close(): void {
    const { selected } = this.#choices;
    const hadFocus = this.#parts?.detail.element.contains(document.activeElement) === true;
    this.#parts?.detail.clear();
    this.#choose({ selected: null });
    if (selected !== null && hadFocus) this.#parts?.table.focus(selected);
  }
}
