import type { RunState } from '../../protocol/run-view.ts';
import { element } from '../element.ts';
import { rateBars } from './rate-bars.ts';
import { rateTable } from './rate-table.ts';

/** What stands above the items: which run it is, whether it is complete, its rates and those of its groups. */
export function runSummary({
  labels,
  title,
  complete,
  notes,
  facts,
  rates,
  groups,
}: RunState): readonly Node[] {
  return [
    element('h1', { text: title }),
    element('dl', {
      className: 'facts',
      children: facts.flatMap(([name, value]) => [
        element('dt', { text: name }),
        element('dd', { text: value }),
      ]),
    }),
    element('div', {
      className: complete ? 'notes complete' : 'notes incomplete',
      children: notes.map((text) => element('p', { text })),
    }),
    element('h2', { text: labels.rates }),
    rateBars(rates),
    ...groups.map((table) => element('div', { className: 'wide', children: [rateTable(table)] })),
  ];
}
