import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';

/** Lists what will leave this machine and for where; `true` when the user agrees. */
export async function confirmSending(baseUrl: string, render: Renderer): Promise<boolean> {
  const send = render(message('endpoint.send'));
  const { host, protocol } = new URL(baseUrl);
  const values = { url: baseUrl, host };
  const leaving = (['endpoint.leaves-questions', 'endpoint.leaves-key'] as const).map((id) => message(id));
  const list = leaving.map((what) => `\n• ${render(what)}`).join('');
  const detail = [
    `${render(message('endpoint.what-leaves', values))}${list}`,
    render(message('endpoint.leaves-nothing-else')),
    ...(protocol === 'https:' ? [] : [render(message('endpoint.not-encrypted'))]),
  ];
  const chosen = await vscode.window.showWarningMessage(
    render(message('endpoint.confirm', values)),
    { modal: true, detail: detail.join('\n\n') },
    send,
  );
  return chosen === send;
}
