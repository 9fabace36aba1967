import { type RunViewRequest, runViewMessageSchema } from '../protocol/run-view.ts';
import { firstChoices, type ItemChoices, itemChoicesSchema } from './run/item-choices.ts';
import { RunPage } from './run/run-page.ts';

/** The only way out of a web view; the editor defines it, once a page. */
declare function acquireVsCodeApi(): {
  postMessage(request: RunViewRequest): void;
  getState(): unknown;
  setState(state: ItemChoices): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById('run');
if (root !== null) {
  const page = new RunPage({
    root,
    send: (request) => editor.postMessage(request),
    choices: itemChoicesSchema.safeParse(editor.getState()).data ?? firstChoices,
    keep: (choices) => editor.setState(choices),
    later: (work) => setTimeout(() => requestAnimationFrame(work)),
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = runViewMessageSchema.safeParse(data).data;
    if (message !== undefined) page.show(message);
  });
  editor.postMessage({ type: 'ready' });
}
