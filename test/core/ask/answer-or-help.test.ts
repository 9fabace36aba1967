import { expect, it } from 'vitest';
import { answerOrHelp, type PassageTools } from '../../../src/core/ask/index.ts';
import {
  findPassages,
  findSymbol,
  mentionedPackages,
  symbolAtCursor,
} from '../../../src/core/evidence/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { evidenceFixture, evidenceTools } from '../../support/evidence.ts';

async function ask(question: string) {
  const evidence = await evidenceTools();
  const tools: PassageTools = {
    findSymbol: (query) => findSymbol(evidence, query),
    symbolAtCursor: (place) => symbolAtCursor(evidence, place),
    findPassages: (request) => findPassages(evidence, request),
    findNear: (query) => findSymbol(evidence, query),
    mentionedPackages: (request) => mentionedPackages(evidence, request),
    files: evidence.files,
    decode: evidence.decode,
    clock: () => 0,
  };
  const from = [evidenceFixture('asked-aspects')];
  return answerOrHelp(tools, { question, from, cancellation: neverCancelled });
}

it('declines a question that asks for no fact, with what may help', async () => {
  const answer = await ask('How do I keep slipway.moor from failing for a long ship?');
  expect(answer).toMatchObject({
    answer: null,
    attempted: false,
    confidence: 0,
    decidedBy: 'ask.declined.not-understood',
    basis: null,
    notes: [{ id: 'ask.note.may-help' }],
  });
  expect(answer.evidence[0]?.quote).toContain('def moor(ship');
  expect(answer.evidence[0]).toMatchObject({ package: 'slipway', version: '2.6.1' });
});

it('says nothing more where nothing that is installed has to do with the question', async () => {
  expect(await ask('Why is the sky blue?')).toMatchObject({ attempted: false, evidence: [], notes: [] });
});

it('leaves an answer, and a decline of a question that was understood, as they are', async () => {
  expect(await ask('Is slipway.moor deprecated?')).toMatchObject({ attempted: true, notes: [] });
  expect(await ask('What is the type of ship in slipway.moor?')).toMatchObject({
    attempted: false,
    decidedBy: 'ask.declined.no-parameter-type',
    notes: [],
  });
});

it.each([
  `What is the default of "a' OR 1=1; DROP TABLE facts; --" in slipway.moor?`,
  'What does slipway NEAR(moor*, "ship" AND) return?',
  'slipway.moor" UNION SELECT * FROM facts MATCH "a*',
  `${'What does slipway.moor return? '.repeat(3300)}`,
])('takes no harm from what would mean something to a database: %.60s', async (question) => {
  expect(await ask(question)).toMatchObject({ answer: null, attempted: false });
});
