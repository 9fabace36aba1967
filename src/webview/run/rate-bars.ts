import type { ShownRate } from '../../protocol/run-view.ts';
import { element } from '../element.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Each rate as its text and as a bar with its interval. */
export function rateBars(rates: readonly ShownRate[]): HTMLElement {
  return element('dl', { className: 'rates', children: rates.flatMap(rateParts) });
}

function rateParts(rate: ShownRate): readonly Node[] {
  const text = element('span', { className: 'rate-text', text: rate.text });
  return [
    element('dt', { text: rate.title }),
    element('dd', { children: rate.value === null ? [text] : [text, bar(rate, rate.value)] }),
  ];
}

/** In hundredths of its width; attributes alone, since the page allows no inline style. */
function bar({ title, text, low, high }: ShownRate, value: number): SVGSVGElement {
  const drawing = shape('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none' });
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `${title}: ${text}`);
  drawing.append(
    shape('rect', { class: 'bar-whole', x: '0', y: '0', width: '100', height: '10' }),
    shape('rect', { class: 'bar-value', x: '0', y: '0', width: hundredths(value), height: '10' }),
  );
  if (low !== null && high !== null) {
    const width = hundredths(high - low);
    drawing.append(shape('rect', { class: 'bar-interval', x: hundredths(low), y: '4', width, height: '2' }));
  }
  return drawing;
}

function hundredths(fraction: number): string {
  return (fraction * 100).toFixed(2);
}

function shape<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
