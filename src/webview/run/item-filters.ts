import { type RunViewLabels, runOutcomes, type ShownItem } from '../../protocol/run-view.ts';
import { element } from '../element.ts';
import { countedOutcomes, type ItemChoices } from './item-choices.ts';

type FilterChoice = Pick<ItemChoices, 'outcome' | 'text'>;

/** The choice of grade, the text to filter by, and how many items that leaves. */
export class ItemFilters {
  readonly element: HTMLElement;
  readonly #labels: RunViewLabels;
  readonly #outcome: HTMLSelectElement = element('select', {});
  readonly #text: HTMLInputElement = element('input', {});
  readonly #shown: HTMLElement = element('p', { className: 'description' });
  readonly #options: ReadonlyMap<ItemChoices['outcome'], HTMLOptionElement>;

  constructor(labels: RunViewLabels, onChange: (choice: FilterChoice) => void) {
    this.#labels = labels;
    this.#options = new Map(
      (['all', ...runOutcomes] as const).map((outcome) => {
        const option = element('option', {});
        option.value = outcome;
        return [outcome, option];
      }),
    );
    this.#outcome.append(...this.#options.values());
    this.#outcome.setAttribute('aria-label', labels.filterOutcome);
    this.#text.type = 'search';
    this.#text.placeholder = labels.filterText;
    this.#text.setAttribute('aria-label', labels.filterText);
    this.#shown.setAttribute('role', 'status');
    const change = () => onChange({ outcome: this.#chosen(), text: this.#text.value });
    this.#outcome.addEventListener('change', change);
    this.#text.addEventListener('input', change);
    this.element = element('div', {
      className: 'filters',
      children: [this.#outcome, this.#text, this.#shown],
    });
  }

  /** Shows the choice, with how many items each grade has and how many the choice leaves. */
  show(items: readonly ShownItem[], { outcome, text }: FilterChoice, shown: number): void {
    const counts = countedOutcomes(items);
    for (const [name, option] of this.#options) {
      const [title, count] =
        name === 'all' ? [this.#labels.all, items.length] : [this.#labels.outcomes[name], counts[name]];
      const words = `${title} (${count})`;
      if (option.textContent !== words) option.textContent = words;
    }
    this.#outcome.value = outcome;
    // Setting what is there already would move the cursor.
    if (this.#text.value !== text) this.#text.value = text;
    const said = `${this.#labels.shown}: ${shown} / ${items.length}`;
    if (this.#shown.textContent !== said) this.#shown.textContent = said;
  }

  #chosen(): ItemChoices['outcome'] {
    for (const [name, option] of this.#options) if (option.selected) return name;
    return 'all';
  }
}
