import { type ViewRequest, viewStateSchema } from '../protocol/webview.ts';
import { showState } from './show-state.ts';

/** The only way out of a web view; the editor defines it, once a page. */
declare function acquireVsCodeApi(): { postMessage(request: ViewRequest): void };

const editor = acquireVsCodeApi();
const announcement = document.getElementById('announcement');
const newest = document.getElementById('newest');
const earlier = document.getElementById('earlier');

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const state = viewStateSchema.safeParse(data).data;
  if (state === undefined || announcement === null || newest === null || earlier === null) return;
  showState(state, { announcement, newest, earlier }, (request) => editor.postMessage(request));
});
editor.postMessage({ type: 'ready' });
