import { type MessageId, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { SendingPurpose } from './sending-gate.ts';
import { keptRequests, type SentContent, type SentRequest, type SentRequests } from './sent-requests.ts';

const purposes: Readonly<Record<SendingPurpose, MessageId>> = {
  probe: 'sent.purpose-probe',
  ask: 'sent.purpose-ask',
  bench: 'sent.purpose-bench',
};

/** What was sent from this window, as markdown: each request with all that it carried, the newest first. */
export function sentReport({ all, isCut }: Omit<SentRequests, 'add'>, render: Renderer): string {
  const lines = [
    `# ${render(message('sent.title'))}`,
    ...(all.length === 0 ? [render(message('sent.nothing'))] : []),
    ...all.map((request) => section(request, render)),
    ...(isCut ? [render(message('sent.cut', { limit: keptRequests }))] : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

function section({ time, url, purpose, withKey, content }: SentRequest, render: Renderer): string {
  const key = render(message(withKey ? 'sent.with-key' : 'sent.without-key'));
  return [
    `## ${localTime(time)} · ${url}`,
    `${render(message(purposes[purpose]))} · ${key}`,
    ...carried(content, render),
  ].join('\n\n');
}

/** All of it, in a form that shows it as it is. */
function carried(content: SentContent, render: Renderer): readonly string[] {
  switch (content.type) {
    case 'models':
      return [render(message('sent.models'))];
    case 'version':
      return [render(message('sent.version'))];
    case 'completion': {
      const texts = content.messages.map(({ role, content: text }) => `**${role}**\n\n${fenced(text)}`);
      return [render(message('sent.completion', { model: content.model })), ...texts];
    }
  }
}

/** A block that the text can't end. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function localTime(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
}
