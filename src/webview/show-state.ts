import type { ShownAnswer, ViewState } from '../protocol/webview.ts';
import { type ArticleTools, answerArticle } from './answer-article.ts';
import { button, element } from './element.ts';

/** The two parts of the page: a screen reader announces what comes into the first. */
export interface AnswerPlaces {
  readonly newest: HTMLElement;
  readonly earlier: HTMLElement;
}

/** Shows the newest answer open and the earlier ones folded; without any, what can be asked. */
export function showState({ labels, answers }: ViewState, places: AnswerPlaces, send: ArticleTools['send']) {
  const tools: ArticleTools = { labels, send };
  const ask = button(labels.ask, () => send({ type: 'ask' }));
  const [newest, ...others] = answers;
  if (newest === undefined) {
    places.newest.replaceChildren(element('p', { text: labels.welcome }), ask);
    places.earlier.replaceChildren();
    return;
  }
  places.newest.replaceChildren(element('h2', { text: newest.question }), answerArticle(newest, tools));
  const heading = others.length === 0 ? [] : [element('h2', { className: 'earlier', text: labels.earlier })];
  places.earlier.replaceChildren(...heading, ...others.map((answer) => folded(answer, tools)), ask);
}

function folded(answer: ShownAnswer, tools: ArticleTools): HTMLDetailsElement {
  const summary = element('summary', { text: answer.question });
  return element('details', { children: [summary, answerArticle(answer, tools)] });
}
