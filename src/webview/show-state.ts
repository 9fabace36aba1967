import type { ShownAnswer, ViewMessage, ViewState } from '../protocol/webview.ts';
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
  article.dataset.answer = String(newest.id);
  announce(spoken(newest, article), places.announcement);
  const hadFocus = places.newest.contains(document.activeElement);
  places.newest.replaceChildren(element('h2', { text: newest.question }), article);
  // Who pressed a button that is gone goes on from the one in its place.
  if (hadFocus) article.querySelector<HTMLElement>(':scope > button')?.focus();
  const heading = others.length === 0 ? [] : [element('h2', { className: 'earlier', text: labels.earlier })];
  places.earlier.replaceChildren(...heading, ...others.map((answer) => folded(answer, tools)), ask);
}

/** Adds a piece to the newest answer as long as it is the one that is still to come; it is not announced. */
export function appendPiece(
  { answer, text }: Extract<ViewMessage, { readonly type: 'piece' }>,
  newest: HTMLElement,
): void {
  newest.querySelector(`article[data-answer="${answer}"] > .growing`)?.append(text);
}

/** While a model is asked it is said that it is, and not each piece; the whole answer is said when it is there. */
function spoken({ kind, verdict, notes }: ShownAnswer, article: HTMLElement): string {
  if (kind === 'asking') return verdict;
  const text = article.querySelector('.text')?.textContent.trim() ?? '';
  return [`${verdict}: ${text}`, ...notes].join(' ');
}

/** The same words again are not said again. */
function announce(text: string, announcement: HTMLElement): void {
  if (announcement.textContent !== text) announcement.textContent = text;
}

function folded(answer: ShownAnswer, tools: ArticleTools): HTMLDetailsElement {
  const summary = element('summary', { text: answer.question });
  return element('details', { children: [summary, answerArticle(answer, tools)] });
}
