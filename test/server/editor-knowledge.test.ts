import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askMethod, askResultSchema } from '../../src/protocol/ask.ts';
import { type EditorKnowledge, editorKnowledgeMethod } from '../../src/protocol/editor-knowledge.ts';
import { startServer, type TestServer } from '../support/language-server.ts';

const uri = 'untitled:Quay.java';
const at = { uri, position: { line: 0, character: 2 } };
const known: EditorKnowledge = {
  symbol: 'moor',
  texts: ['void Quay.moor(int attempts)'],
  definitions: [
    {
      uri: 'file:///harbour/Quay.java',
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 30 } },
      quote: 'void moor(int attempts) {',
    },
  ],
};
let server: TestServer;
let asked: unknown[];

beforeAll(async () => {
  server = await startServer({ initializationOptions: { knowledge: true } });
  server.connection.onRequest(editorKnowledgeMethod, (params: unknown) => {
    asked.push(params);
    return known;
  });
  await server.open(uri, 'java', 'moor(3);\n');
});

afterAll(() => void server.process.kill());

beforeEach(() => {
  asked = [];
});

async function ask(question: string, place: typeof at | null) {
  return askResultSchema.parse(await server.connection.sendRequest(askMethod, { question, at: place }));
}

describe("the editor's own knowledge", () => {
  it('stands beside a declined answer, with the definition as evidence', async () => {
    const { attempted, evidence, notes } = await ask('What does moor return?', at);
    expect(attempted).toBe(false);
    expect(asked).toEqual([{ at, question: 'What does moor return?' }]);
    expect(evidence).toEqual(known.definitions);
    expect(notes).toEqual([
      "The editor's own language support says of moor: void Quay.moor(int attempts)",
      "The place is where the editor's own language support finds the definition of moor.",
    ]);
  });

  it('is not asked for without a place, or for no question at all', async () => {
    await ask('What does moor return?', null);
    await ask(' ', at);
    expect(asked).toEqual([]);
  });

  it('is not asked of a client that can not tell', async () => {
    const other = await startServer();
    other.connection.onRequest(editorKnowledgeMethod, (params: unknown) => asked.push(params));
    await other.open(uri, 'java', 'moor(3);\n');
    await other.connection.sendRequest(askMethod, { question: 'What does moor return?', at });
    expect(asked).toEqual([]);
    other.process.kill();
  });
});
