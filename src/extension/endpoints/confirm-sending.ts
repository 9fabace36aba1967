import * as vscode from 'vscode';
import { type MessageId, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { SendingPurpose } from './sending-gate.ts';

interface Leaving {
  readonly question: MessageId;
  readonly what: readonly MessageId[];
  /** What stays, in a sentence. */
  readonly nothingElse: MessageId;
}

/** What leaves for each purpose. */
const leaving: Readonly<Record<SendingPurpose, Leaving>> = {
  probe: {
    question: 'endpoint.confirm-probe',
    what: ['endpoint.leaves-probe', 'endpoint.leaves-key'],
    nothingElse: 'endpoint.leaves-nothing-else',
  },
  ask: {
    question: 'endpoint.confirm-ask',
    what: ['endpoint.leaves-question', 'endpoint.leaves-passages', 'endpoint.leaves-key'],
    nothingElse: 'endpoint.leaves-no-more',
  },
  bench: {
    question: 'endpoint.confirm-bench',
    what: [
      'endpoint.leaves-probe',
      'endpoint.leaves-benchmark',
      'endpoint.leaves-judging',
      'endpoint.leaves-key',
    ],
    nothingElse: 'endpoint.leaves-no-more',
  },
};

/** Lists what will leave this machine, for where and for what; `true` when the user agrees. */
export async function confirmSending(
  baseUrl: string,
  purpose: SendingPurpose,
  render: Renderer,
): Promise<boolean> {
  const send = render(message('endpoint.send'));
  const { host, protocol } = new URL(baseUrl);
  const values = { url: baseUrl, host };
  const { question, what, nothingElse } = leaving[purpose];
  const list = what.map((id) => `\n• ${render(message(id))}`).join('');
  const detail = [
    `${render(message('endpoint.what-leaves', values))}${list}`,
    render(message(nothingElse)),
    ...(protocol === 'https:' ? [] : [render(message('endpoint.not-encrypted'))]),
  ];
  const chosen = await vscode.window.showWarningMessage(
    render(message(question, values)),
    { modal: true, detail: detail.join('\n\n') },
    send,
  );
  return chosen === send;
}
