import { expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/ask/index.ts';
import { findSymbol } from '../../../src/core/evidence/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { decodeUtf8 } from '../../../src/node/file-system.ts';
import { evidenceTools } from '../../support/evidence.ts';
import { createMemoryFiles } from '../../support/memory-files.ts';

const site = '/harbour/.venv/lib/python3.12/site-packages';
const files = createMemoryFiles({
  '/harbour/.venv/pyvenv.cfg': 'home = /nowhere/bin\n',
  [`${site}/tug-1.2.0.dist-info/METADATA`]: 'Metadata-Version: 2.1\nName: tug\nVersion: 1.2.0\n',
  [`${site}/tug-1.2.0.dist-info/RECORD`]: 'tug/__init__.py,,\n',
  [`${site}/tug/__init__.py`]: `class Rope:
    def pull(self, how, ship, knots: int = 3, *, wait, label="bow"):
        return ship


def pull(how, ship, **more):
    with Rope() as rope:
        return rope.pull(how=how, ship=ship, **more)


def tow(ship, **more):
    """Tow a ship."""
    more.setdefault("label", "stern")
    return pull("tow", ship, **more)


def drag(ship, **more):
    print(more)
    return pull("drag", ship, **more)
`,
});
const render = createRenderer('en');

async function ask(question: string) {
  const tools = await evidenceTools({ files });
  const answer = await answerQuestion(
    {
      files,
      decode: decodeUtf8,
      clock: () => 0,
      findSymbol: (query) => findSymbol(tools, query),
      symbolAtCursor: async () => undefined,
    },
    { question, from: ['/harbour'], cancellation: neverCancelled },
  );
  return {
    text: answer.answer === null ? answer.decidedBy : render(answer.answer),
    quotes: answer.evidence.map(({ quote }) => quote),
  };
}

it('follows what a Python function hands on to the function that lists it, and shows the way', async () => {
  expect(await ask('What is the default of knots in tug.tow?')).toEqual({
    text: 'The default of knots in tug.tow is 3 (tug 1.2.0).',
    quotes: [
      'knots: int = 3',
      'return pull("tow", ship, **more)',
      'return rope.pull(how=how, ship=ship, **more)',
    ],
  });
  expect(await ask('What is the type of knots in tug.tow?')).toMatchObject({
    text: 'The type of knots in tug.tow is int (tug 1.2.0).',
    quotes: [expect.stringContaining('int'), 'return pull("tow", ship, **more)', expect.any(String)],
  });
});

it.each([
  ['Is knots optional in tug.tow?', 'Yes, knots is optional in tug.tow (tug 1.2.0).'],
  ['Is wait required in tug.tow?', 'Yes, wait must be passed to tug.tow (tug 1.2.0).'],
  ['Does tug.tow take a parameter knots?', 'Yes, tug.tow takes knots (tug 1.2.0).'],
  ['Is knots keyword-only in tug.tow?', 'Yes, knots can only be passed by its name to tug.tow (tug 1.2.0).'],
  ['At which position is knots in tug.tow?', 'ask.declined.no-position'],
  // What the calls on the way give by place or by name is not what is handed on.
  ['What is the default of label in tug.tow?', 'ask.declined.further-arguments'],
  ['Is how required in tug.tow?', 'ask.declined.further-arguments'],
  // Nor is anything known of what is done with it beside.
  ['What is the default of knots in tug.drag?', 'ask.declined.further-arguments'],
])('%s', async (question, text) => {
  expect((await ask(question)).text).toBe(text);
});
