import { type ViewRequest, viewMessageSchema } from '../protocol/webview.ts';
import { appendPiece, showState } from './show-state.ts';

/** The only way out of a web view; the editor defines it, once a page. */
declare function acquireVsCodeApi(): { postMessage(request: ViewRequest): void };

const editor = acquireVsCodeApi();
const announcement = document.getElementById('announcement');
const newest = document.getElementById('newest');
const earlier = document.getElementById('earlier');

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const received = viewMessageSchema.safeParse(data).data;
  if (received === undefined || announcement === null || newest === null || earlier === null) return;
  if (received.type === 'piece') appendPiece(received, newest);
  else showState(received, { announcement, newest, earlier }, (request) => editor.postMessage(request));
});
window.addEventListener('keydown', ({ key }) => {
  // The button of an answer that is still to come, wherever the focus is in the view.
  if (key === 'Escape') newest?.querySelector<HTMLButtonElement>('button.stop')?.click();
});
editor.postMessage({ type: 'ready' });
