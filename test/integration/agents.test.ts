import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerInChat } from '../../src/extension/agents/chat-participant.ts';
import { createInterfaceRenderer } from '../../src/extension/localisation.ts';
import { agentToolResultSchema } from '../../src/protocol/agent-tools.ts';
import { closeAll, openSample, openUnsaved, replace } from './support/documents.ts';
import { inEditorLanguage } from './support/editor-language.ts';

/** What a tool tells a model: a text, and the same as JSON. */
async function invoke(name: string, input: object): Promise<readonly [text: string, data: unknown]> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const parts = result.content.map((part) => {
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return part.value;
  });
  return [parts[0] ?? '', JSON.parse(parts[1] ?? 'null')];
}

describe('the tools for agents', () => {
  afterEach(closeAll);

  it('are offered to the language models of the editor', () => {
    const names = vscode.lm.tools.map(({ name }) => name);
    for (const name of ['ask_api_fact', 'verify_claim', 'check_comments'])
      assert.ok(names.includes(name), name);
  });

  it('answer a question with its evidence', async () => {
    const [text, data] = await invoke('ask_api_fact', {
      question: 'What is the default of attempts in retry?',
      at: 'src/upload.ts:20',
    });
    const answer = inEditorLanguage(
      'The default of options.attempts in retry is 4 (steady-retry 2.3.1).',
      'retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。',
    );
    assert.ok(text.startsWith(answer), text);
    assert.ok(text.includes('node_modules/steady-retry/index.js:3'), text);
    assert.equal((data as { answer: string }).answer, answer);
  });

  it('verify a claim on the text as it is in the editor', async () => {
    const document = await openSample('src/berths.js');
    await replace(document, 'minutes = 45', 'minutes = 46');
    const [, data] = await invoke('verify_claim', {
      claim: 'minutes defaults to 45',
      file: 'src/berths.js',
      line: 36,
    });
    const { verdict, evidence } = data as { verdict: string; evidence: readonly { quote: string }[] };
    assert.equal(verdict, 'contradicted');
    assert.equal(evidence[0]?.quote, 'minutes = 46');
  });

  it('check the comments of a file', async () => {
    const [, data] = await invoke('check_comments', { paths: ['src/upload.ts'] });
    const { findings } = data as { findings: readonly { file: string; message: string }[] };
    assert.deepEqual(
      findings.map(({ file, message }) => `${file}: ${message}`),
      [
        inEditorLanguage(
          'src/upload.ts: The default of attempts is 5, not 3.',
          'src/upload.ts: attempts 的默认值是 5，而不是 3。',
        ),
        inEditorLanguage(
          "src/upload.ts: The default of unit is 'm', not 'ft'.",
          "src/upload.ts: unit 的默认值是 'm'，而不是 'ft'。",
        ),
      ],
    );
  });

  it('read nothing outside of the workspace, and say so', async () => {
    await openUnsaved('typescript', 'const a = 1;\n');
    await assert.rejects(
      async () => invoke('check_comments', { paths: ['../outside.ts'] }),
      ({ message }: Error) => message.includes('../outside.ts'),
    );
  });
});

describe('@factprobe in the chat', () => {
  afterEach(closeAll);

  /** What an answer shows: its text, with the places that it links in brackets, and its references. */
  async function answerTo(command: string | undefined, prompt: string) {
    let text = '';
    const references: string[] = [];
    const pathOf = (place: vscode.Uri | vscode.Location) =>
      vscode.workspace.asRelativePath(place instanceof vscode.Uri ? place : place.uri);
    await answerInChat(
      { command, prompt, references: [] },
      {
        call: async (tool, input) => {
          const [said, data] = await invoke(tool, Object(input));
          return agentToolResultSchema.parse({ text: said, data });
        },
        render: createInterfaceRenderer(),
        stream: {
          markdown: (value) => {
            text += typeof value === 'string' ? value : value.value;
          },
          anchor: (_place, title) => {
            text += `[${title}]`;
          },
          reference: (place) => {
            references.push(pathOf(place));
          },
          progress: () => undefined,
        },
      },
    );
    return { text: text.replaceAll('\\', ''), references };
  }

  it('answers a question with the quote and its reference', async () => {
    await openSample('src/upload.ts');
    const { text, references } = await answerTo('ask', 'What is the default of attempts in retry?');
    assert.ok(
      text.startsWith(
        inEditorLanguage(
          'The default of options.attempts in retry is 4 (steady-retry 2.3.1).',
          'retry 中 options.attempts 的默认值是 4（steady-retry 2.3.1）。',
        ),
      ),
      text,
    );
    assert.ok(text.includes('[node_modules/steady-retry/index.js:3]'), text);
    assert.ok(text.includes('attempts = 4'), text);
    assert.deepEqual(references, ['node_modules/steady-retry/index.js']);
  });

  it('checks the file in front', async () => {
    await openSample('src/upload.ts');
    const { text, references } = await answerTo('check', '');
    assert.ok(text.includes('[src/upload.ts:16]'), text);
    assert.ok(
      text.includes(
        inEditorLanguage('The default of attempts is 5, not 3.', 'attempts 的默认值是 5，而不是 3。'),
      ),
      text,
    );
    assert.deepEqual([...new Set(references)], ['src/upload.ts']);
  });

  it('says what to write where there is no question', async () => {
    const { text } = await answerTo(undefined, ' ');
    assert.ok(text.includes('retry'), text);
  });
});
