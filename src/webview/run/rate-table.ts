import type { ShownTable } from '../../protocol/run-view.ts';
import { element } from '../element.ts';

/** Rates of groups as a table: the first cell of a row is its name. */
export function rateTable({ title, head, rows }: ShownTable): HTMLTableElement {
  const titles = head.map((text, index) => headCell(text === '' && index === 0 ? title : text, 'col'));
  const body = rows.map(([name = '', ...cells]) =>
    element('tr', { children: [headCell(name, 'row'), ...cells.map((text) => element('td', { text }))] }),
  );
  return element('table', {
    className: 'groups',
    children: [
      element('caption', { className: 'unseen', text: title }),
      element('thead', { children: [element('tr', { children: titles })] }),
      element('tbody', { children: body }),
    ],
  });
}

function headCell(text: string, scope: 'col' | 'row'): HTMLTableCellElement {
  const cell = element('th', { text });
  cell.scope = scope;
  return cell;
}
