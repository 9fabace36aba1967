import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';

/** Lists what will leave this machine and for where; `true` when the user agrees. */
export async function confirmSending(baseUrl: string, render: Renderer): Promise<boolean> {
  const send = render(message('endpoint.send'));
  const { host, protocol } = new URL(baseUrl);
  const values = { url: baseUrl, host };
  const detail = [
    render(message('endpoint.what-leaves', values)),
    ...(protocol === 'https:' ? [] : [render(message('endpoint.not-encrypted'))]),
  ];
  const chosen = await vscode.window.showWarningMessage(
    render(message('endpoint.confirm', values)),
    { modal: true, detail: detail.join('\n\n') },
    send,
  );
  return chosen === send;
}
