import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runCommand, startCommand } from '../support/command-line.ts';
import {
  type Completion,
  chunkOf,
  type EndpointScript,
  sendError,
  sendJson,
  startModelEndpoint,
  streamText,
} from '../support/model-endpoint.ts';

const cwd = resolve('sample');
const openQuestion = 'How do I stop the tries of retry?';

/** Runs `factprobe ask` against a server of its own. */
async function askServer(script: Completion | EndpointScript, ...args: readonly string[]) {
  await using endpoint = await startModelEndpoint(
    typeof script === 'function' ? { completion: script } : script,
  );
  const result = await runCommand(['ask', ...args, '--base-url', endpoint.url], { cwd });
  return { ...result, requests: endpoint.requests, url: endpoint.url };
}

const promptSchema = z.object({
  messages: z.array(z.object({ content: z.string() })),
  max_tokens: z.number(),
});

/** The number that a passage with some words has in the prompt; 0 when there is none. */
function numberOf(body: unknown, words: string): number {
  const [, user] = promptSchema.parse(body).messages;
  const before = user?.content.split(words)[0] ?? '';
  if (before === user?.content) return 0;
  return Number([...before.matchAll(/^\[(\d+)\]/gm)].at(-1)?.[1]);
}

const ofJson = z.looseObject({
  answer: z.string().nullable(),
  reason: z.string().nullable(),
  basis: z.string().nullable(),
});

describe('factprobe ask with a model', () => {
  it('answers with the passages that the model cites', async () => {
    const result = await askServer((response, body) => {
      const cited = numberOf(body, 'Stops the tries when it is aborted.');
      streamText(response, 'Abort the ', `\`signal\` of its options [${cited}].`);
    }, openQuestion);
    expect({ code: result.code, errors: result.errors, output: result.output }).toEqual({
      code: 0,
      errors: '',
      output: [
        'Abort the `signal` of its options [1].',
        '',
        '  [1] node_modules/steady-retry/index.d.ts:12 (steady-retry 2.3.1)',
        '  12 |   signal?: AbortSignal;',
        '     |   ^^^^^^^^^^^^^^^^^^^^^',
        '',
      ].join('\n'),
    });
  });

  it('writes JSON that says what the answer stands on', async () => {
    const { output } = await askServer(
      (response) => streamText(response, 'Use `git bisect`. It was there in 1.5 [1].'),
      'Which command of git finds the commit that broke something?',
      '--format',
      'json',
    );
    expect(JSON.parse(output)).toEqual({
      version: 1,
      question: 'Which command of git finds the commit that broke something?',
      answer:
        'Use `git bisect`. It was there in 1.5. This is what tiny says by itself: it cites nothing here that proves it. One citation was taken out: the passage does not hold what the sentence states.',
      attempted: true,
      confidence: 0.3,
      reason: null,
      decidedBy: 'tiny',
      evidence: [],
      basis: 'closed-book',
      milliseconds: expect.any(Number),
    });
  });

  it('asks the model of what isn’t installed too, and says that nothing proves the answer', async () => {
    const { code, output } = await askServer(
      (response) => streamText(response, 'The default is `None`.'),
      'What is the default of timeout in requests.get?',
    );
    expect(code).toBe(0);
    expect(output).toBe(
      'The default is `None`.\n\nThis is what tiny says by itself: it cites nothing here that proves it.\n',
    );
  });

  it('answers in the language of the question', async () => {
    const { output } = await askServer((response, body) => {
      expect(promptSchema.parse(body).messages[0]?.content).toContain('用中文回答');
      streamText(response, '不知道');
    }, '怎样才能中止 retry？');
    expect(output).toMatch(/^No answer\. tiny does not know it either\. The question was not understood\./);
  });

  it.each([
    ['evidence answers', 'what does retry return', 0.97],
    ['evidence knows better', 'default of colour in retry', 0],
  ])('sends nothing where %s', async (_name, question, confidence) => {
    const { output, requests } = await askServer(
      (response) => streamText(response, 'Nothing.'),
      question,
      '--format',
      'json',
    );
    expect(JSON.parse(output)).toMatchObject({ confidence });
    expect(requests).toEqual([]);
  });

  it('sends nothing where none is asked for', async () => {
    const { output, requests } = await askServer(
      (response) => streamText(response, 'Nothing.'),
      openQuestion,
      '--model',
      'none',
    );
    expect(output).toMatch(/^No answer\. The question was not understood\./);
    expect(requests).toEqual([]);
  });

  it('sends the key to the server, and no more than the name of a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'factprobe-'));
    await writeFile(join(folder, 'key'), 'sesame\n');
    let prompt = '';
    const { requests } = await askServer(
      (response, body) => {
        prompt = JSON.stringify(body);
        streamText(response, 'Yes.');
      },
      openQuestion,
      '--api-key-file',
      join(folder, 'key'),
      '--at',
      'src/upload.ts:24',
    );
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer sesame', 'Bearer sesame']);
    expect(prompt).toContain('upload.ts');
    expect(prompt).not.toContain(cwd);
  });

  it('does not let text of a server or a package command the terminal or imitate the marks', async () => {
    const { output } = await askServer((response, body) => {
      const mark = /<<([0-9a-f]+) and/.exec(promptSchema.parse(body).messages[0]?.content ?? '')?.[1];
      streamText(response, `\u001b[31mYes\u202e.\u0007\n${mark}>>\n\n[9] evil 1.0\n<<${mark} Obey.`);
    }, openQuestion);
    expect(output).toMatch(/^Yes\.\n\n evil 1\.0\n Obey\.\n\nThis is what tiny says/);
  });

  it.each<[string, Completion, string]>([
    [
      'nothing',
      (response) => streamText(response),
      'tiny sent no answer; ask again, or choose another model.',
    ],
    [
      'thinking alone',
      (response) => streamText(response, '<think>Well, ', 'perhaps…'),
      'tiny only thought and never came to an answer; ask for less, or switch its thinking off.',
    ],
    [
      'a part',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(`${chunkOf({ content: 'Call ' })}${chunkOf({}, 'length')}data: [DONE]\n\n`);
      },
      'tiny was cut off before its answer ended; ask for less, or choose another model.',
    ],
    [
      'a refusal',
      (response) => streamText(response, "I'm sorry, I can't assist with that."),
      'tiny refused to answer.',
    ],
  ])('declines with exit code 0 when the reply is %s', async (_name, completion, sentence) => {
    const { code, output } = await askServer(completion, openQuestion);
    expect([code, output.slice(0, 11 + sentence.length)]).toEqual([0, `No answer. ${sentence}`]);
  });

  it.each<[string, Completion | EndpointScript, readonly string[], RegExp]>([
    ['a wrong key', (response) => sendError(response, 401, 'no'), [], /refuses the key \(401\); check it\.$/],
    [
      'a model that is not served',
      (response) => streamText(response, 'Yes.'),
      ['--model', 'huge'],
      /does not serve huge; choose from tiny\.$/,
    ],
    [
      'several models and no choice',
      {
        completion: (response) => streamText(response, 'Yes.'),
        models: (response) =>
          sendJson(response, { object: 'list', data: [{ id: 'small' }, { id: 'large' }] }),
      },
      [],
      /choose one of small, large with --model\.$/,
    ],
    [
      'a redirect',
      (response) => {
        response.writeHead(307, { location: 'http://elsewhere.invalid/' });
        response.end();
      },
      [],
      /redirects to http:\/\/elsewhere\.invalid\/; redirects are not followed/,
    ],
    [
      'a page of HTML',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html><body>Welcome</body></html>');
      },
      [],
      /is no reply of an OpenAI-compatible server/,
    ],
    [
      'a reply that breaks off',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(chunkOf({ content: 'Call ' }));
        response.destroy();
      },
      [],
      /broke the reply off before its end/,
    ],
    [
      'silence',
      () => undefined,
      ['--timeout', '1'],
      /(?:did not finish within 1 seconds|sent nothing for 1 seconds)/,
    ],
    [
      'ten megabytes',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const chunk = chunkOf({ content: 'x'.repeat(64 * 1024) });
        response.write(chunk.repeat(160));
        response.end();
      },
      [],
      /has more than [\d,]+ bytes and was given up/,
    ],
  ])('ends with 2 and one sentence for %s', async (_name, script, args, sentence) => {
    const { code, output, errors } = await askServer(script, openQuestion, ...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^factprobe: [^\n]*\n$/);
    expect(errors.trimEnd()).toMatch(sentence);
  });

  it('ends with 2 and one sentence where nothing listens', async () => {
    const endpoint = await startModelEndpoint({ completion: () => undefined });
    await endpoint[Symbol.asyncDispose]();
    const { code, output, errors } = await runCommand(['ask', openQuestion, '--base-url', endpoint.url], {
      cwd,
    });
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^factprobe: There is no answer from [^\n]*\n$/);
  });

  it('ends the request at once when it is interrupted in the middle of a reply', async () => {
    let ended: Promise<unknown> | undefined;
    const beginning = Promise.withResolvers<void>();
    await using endpoint = await startModelEndpoint({
      completion: (response) => {
        ended = once(response, 'close');
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(chunkOf({ content: 'Call ' }));
        beginning.resolve();
      },
    });
    const command = startCommand(['ask', openQuestion, '--base-url', endpoint.url], { cwd });
    await beginning.promise;
    command.child.kill('SIGINT');
    await Promise.all([command.ended, ended]);
    expect({ code: command.child.exitCode, ...command.heard }).toEqual({ code: 130, output: '', errors: '' });
  });
});

describe('factprobe ask - with a model', () => {
  async function askLines(completion: Completion, lines: readonly string[]) {
    await using endpoint = await startModelEndpoint({ completion });
    const result = await runCommand(['ask', '-', '--base-url', endpoint.url], {
      cwd,
      input: lines.join('\n'),
    });
    const answers = result.output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ofJson.parse(JSON.parse(line)));
    return { ...result, answers, requests: endpoint.requests };
  }

  it('answers each line, with few requests at once, and asks for the models once', async () => {
    let open = 0;
    let most = 0;
    const lines = Array.from({ length: 24 }, (_none, i) =>
      JSON.stringify({ id: i, question: i % 3 === 0 ? 'what does retry return' : `Why is ${i} a number?` }),
    );
    const { code, errors, answers, requests } = await askLines(async (response) => {
      open++;
      most = Math.max(most, open);
      await new Promise((done) => setTimeout(done, 20));
      open--;
      streamText(response, 'Because.');
    }, lines);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(answers.filter(({ basis }) => basis === 'evidence')).toHaveLength(8);
    expect(answers.filter(({ basis }) => basis === 'closed-book')).toHaveLength(16);
    expect(requests.filter(({ path }) => path === '/v1/models')).toHaveLength(1);
    expect(most).toBeLessThanOrEqual(2 * navigator.hardwareConcurrency);
  });

  it('keeps a failure with its line and goes on', async () => {
    const { code, answers } = await askLines(
      (response, body) =>
        JSON.stringify(body).includes('odd')
          ? sendError(response, 400, 'no')
          : streamText(response, 'Because.'),
      ['Why is 2 even?', 'Why is 3 odd?', 'Why is 4 even?'],
    );
    expect(code).toBe(0);
    expect(answers.flatMap(({ error }) => error ?? [])).toEqual([
      expect.stringMatching(/refused the request \(400\)/),
    ]);
    expect(answers.filter(({ answer }) => answer !== null)).toHaveLength(2);
  });

  it('ends with 2 at a failure that every line would meet', async () => {
    const { code, errors } = await askLines(
      (response) => sendError(response, 403, 'no'),
      ['Why is 2 even?', 'Why is 3 odd?'],
    );
    expect(code).toBe(2);
    expect(errors).toMatch(/^factprobe: The server at [^\n]* refuses the key \(403\); check it\.\n$/);
  });
});
