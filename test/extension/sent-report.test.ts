import { describe, expect, it } from 'vitest';
import { sentReport } from '../../src/extension/endpoints/sent-report.ts';
import {
  createSentRequests,
  keptRequests,
  notedServer,
  type SentContent,
  type SentRequest,
} from '../../src/extension/endpoints/sent-requests.ts';
import { createRenderer } from '../../src/node/catalogue.ts';
import { scriptedModel } from '../support/scripted-model.ts';

const english = createRenderer('en');
const listing: SentRequest = {
  time: new Date(2026, 2, 4, 5, 6, 7),
  url: 'http://localhost:8000/v1',
  purpose: 'probe',
  withKey: true,
  content: { type: 'models' },
};
const question: SentRequest = {
  ...listing,
  time: new Date(2026, 2, 4, 15, 16, 17),
  purpose: 'ask',
  withKey: false,
  content: {
    type: 'completion',
    model: 'tiny',
    messages: [
      { role: 'system', content: 'Answer.' },
      { role: 'user', content: 'What does ```` mean?\n# Not a heading' },
    ],
  },
};

describe('what was sent', () => {
  it('is listed with all that it carried, the newest first', () => {
    const sent = createSentRequests();
    sent.add(listing);
    sent.add(question);
    expect(sentReport(sent, english)).toBe(`# What was sent from this window

## 2026-03-04 15:16:17 · http://localhost:8000/v1

To answer a question · without a key

A request to tiny with these messages:

**system**

\`\`\`text
Answer.
\`\`\`

**user**

\`\`\`\`\`text
What does \`\`\`\` mean?
# Not a heading
\`\`\`\`\`

## 2026-03-04 05:06:07 · http://localhost:8000/v1

To see what the server can do · with the key

A request for the list of models.
`);
  });

  it('is nothing at first, and says so', () => {
    const report = sentReport(createSentRequests(), createRenderer('zh-cn'));
    expect(report).toBe('# 从此窗口发送的内容\n\n此窗口没有发送过任何内容。\n');
  });

  it('is kept up to a limit, which is said', () => {
    const sent = createSentRequests();
    for (let count = 0; count < keptRequests; count++) sent.add(listing);
    expect(sent.isCut).toBe(false);
    sent.add(question);
    expect(sent.all).toHaveLength(keptRequests);
    expect(sent.all[0]).toBe(question);
    expect(sentReport(sent, english)).toMatch(/Older requests are forgotten: 200 are kept\.\n$/);
  });

  it('is noted before it goes out, even if nothing comes back', async () => {
    const noted: SentContent[] = [];
    const signal = new AbortController().signal;
    const fails = () => Promise.reject(new Error('gone'));
    const model = scriptedModel(fails);
    const server = notedServer(
      { baseUrl: 'http://localhost:8000/v1', listModels: fails, version: fails, model: () => model },
      (content) => noted.push(content),
    );
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    await expect(server.listModels(signal)).rejects.toThrow('gone');
    await expect(server.version(signal)).rejects.toThrow('gone');
    await expect(server.model('tiny').complete({ messages, sampling: {}, signal })).rejects.toThrow('gone');
    expect(noted).toEqual([
      { type: 'models' },
      { type: 'version' },
      { type: 'completion', model: 'tiny', messages },
    ]);
  });
});
