import type { ShownAnswer, ViewState } from '../protocol/webview.ts';
import { type ArticleTools, answerArticle } from './answer-article.ts';
import { button, element } from './element.ts';

/** The parts of the page. */
export interface AnswerPlaces {
  /** Unseen; a screen reader says what comes into it. */
  readonly announcement: HTMLElement;
  readonly newest: HTMLElement;
  readonly earlier: HTMLElement;
}

/** Shows the newest answer open and the earlier ones folded; without any, what can be asked. */
export function showState({ labels, answers }: ViewState, places: AnswerPlaces, send: ArticleTools['send']) {
  const tools: ArticleTools = { labels, send };
  const ask = button(labels.ask, () => send({ type: 'ask' }));
  const [newest, ...others] = answers;
  if (newest === undefined) {
    places.announcement.textContent = '';
    places.newest.replaceChildren(element('p', { text: labels.welcome }), ask);
    places.earlier.replaceChildren();
    return;
  }
  const article = answerArticle(newest, tools);
  places.announcement.textContent = `${newest.verdict}: ${article.querySelector('.text')?.textContent ?? ''}`;
  places.newest.replaceChildren(element('h2', { text: newest.question }), article);
  const heading = others.length === 0 ? [] : [element('h2', { className: 'earlier', text: labels.earlier })];
  places.earlier.replaceChildren(...heading, ...others.map((answer) => folded(answer, tools)), ask);
}

function folded(answer: ShownAnswer, tools: ArticleTools): HTMLDetailsElement {
  const summary = element('summary', { text: answer.question });
  return element('details', { children: [summary, answerArticle(answer, tools)] });
}
