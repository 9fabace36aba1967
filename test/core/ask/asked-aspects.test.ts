import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/ask/index.ts';
import { findSymbol, symbolAtCursor } from '../../../src/core/evidence/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { evidenceFixture, evidenceTools } from '../../support/evidence.ts';

const render = createRenderer('en');

/** What is answered about the packages of the fixture, without their version, or the id of the reason. */
async function said(question: string): Promise<string> {
  const evidence = await evidenceTools();
  const tools = {
    findSymbol: (query: Parameters<typeof findSymbol>[1]) => findSymbol(evidence, query),
    symbolAtCursor: (place: Parameters<typeof symbolAtCursor>[1]) => symbolAtCursor(evidence, place),
    files: evidence.files,
    decode: evidence.decode,
    clock: () => 0,
  };
  const from = [evidenceFixture('asked-aspects')];
  const answer = await answerQuestion(tools, { question, from, cancellation: neverCancelled });
  if (answer.answer === null) return answer.decidedBy;
  expect(answer.evidence).not.toEqual([]);
  return render(answer.answer).replace(/ \((?:slipway|wharf) [\d.]+\)/, '');
}

describe('a question', () => {
  it.each([
    [
      'Which exceptions does slipway.moor raise?',
      'slipway.moor raises one exception, as its documentation states: ValueError. Its own statements also raise errors.Aground.',
    ],
    [
      'slipway.launch 会抛出哪些异常？',
      'The statements of slipway.launch raise one exception: TypeError. What it calls may raise others.',
    ],
    ['What does slipway.queue raise?', 'ask.declined.no-raises'],
  ])('for what is raised: %s', async (question, answer) => expect(await said(question)).toBe(answer));

  it.each([
    ['Since which version does slipway.moor exist?', 'slipway.moor exists since 1.4.'],
    ['slipway.moor 是从哪个版本开始有的？', 'slipway.moor exists since 1.4.'],
    ['When was wharf.lift added?', 'lift exists since 3.1.0.'],
    ['When was slipway.signal added?', 'ask.declined.no-since'],
    [
      'Since when is slipway.tie deprecated?',
      'slipway.tie is deprecated since 2.5. Its note says: Old. Use moor instead.',
    ],
    [
      'In which version was wharf.raise deprecated?',
      'raise is deprecated since 4.0.0. Its note says: Since v4.0.0 - Use lift instead.',
    ],
    ['Since when is slipway.moor deprecated?', 'ask.declined.not-deprecated'],
    [
      'Is it true that slipway.haul is deprecated?',
      'Yes, slipway.haul is deprecated. Its note says: Use tow.',
    ],
  ])('for when it came or went: %s', async (question, answer) => expect(await said(question)).toBe(answer));

  it.each([
    [
      'What values can side take in slipway.moor?',
      'side (slipway.moor) allows 2 values: "port", "starboard".',
    ],
    ['slipway.moor 的 tide 可以取哪些值？', 'tide (slipway.moor) allows 2 values: LOW, HIGH.'],
    ['Which values are allowed for slipway.Tide?', 'slipway.Tide allows 2 values: LOW, HIGH.'],
    ['What are the possible values of mode in wharf.lift?', "mode (lift) allows 2 values: 'slow', 'fast'."],
    ['What are the possible values of order in wharf.lower?', "order (lower) allows 2 values: '<', '>'."],
    ['What are the members of wharf.Signal?', 'Signal allows 2 values: Stop, Go.'],
    ['Which values are allowed for ship in slipway.moor?', 'ask.declined.no-allowed'],
  ])('for allowed values: %s', async (question, answer) => expect(await said(question)).toBe(answer));

  it.each([
    ['Is slipway.signal async?', 'Yes, slipway.signal is asynchronous: what it gives is awaited.'],
    ['slipway.moor 是异步的吗？', 'No, slipway.moor is not asynchronous, as its declaration says.'],
    ['Is slipway.weigh async?', 'No, slipway.weigh is not asynchronous, as its declaration says.'],
    ['Is slipway.towed a generator?', 'ask.declined.no-nature'],
    ['Is slipway.queue a generator function?', 'Yes, slipway.queue is a generator.'],
    ['Do I have to await wharf.lift?', 'Yes, lift is asynchronous: what it gives is awaited.'],
    ['Is wharf.lower async?', 'No, lower is not asynchronous, as its declaration says.'],
    ['Is wharf.anything async?', 'ask.declined.no-nature'],
    ['Is wharf.loads a generator?', 'Yes, loads is a generator.'],
  ])('for how a call runs: %s', async (question, answer) => expect(await said(question)).toBe(answer));

  it.each([
    ['Which version of slipway is installed?', 'slipway 2.6.1 is installed.'],
    ['安装的 wharf 是哪个版本？', 'wharf 5.0.2 is installed.'],
    ['What version of slipway.moor do I have?', 'slipway 2.6.1 is installed.'],
    ['Which version of dinghy is installed?', 'ask.declined.not-installed'],
  ])('for a version: %s', async (question, answer) => expect(await said(question)).toBe(answer));

  it.each([
    ['Which parameters does slipway.tow take?', 'ask.declined.wrapped'],
    ['What is the second parameter of slipway.tow?', 'ask.declined.wrapped'],
    ['Which parameters does slipway.weigh take?', 'slipway.weigh takes one parameter: ship.'],
    ['Which parameters does slipway.Berth take?', 'ask.declined.call-unknown'],
    ['What is the value of slipway.ON_WINDOWS?', 'ask.declined.no-value'],
    ['What is slipway.LONGEST equal to?', 'The value of slipway.LONGEST is 320.'],
    [
      'Is slipway.moor deprecated in Slipway 2.6?',
      'No, the declaration of slipway.moor carries no mark of deprecation.',
    ],
    ['Is slipway.moor deprecated in Slipway 2.7?', 'ask.declined.other-version'],
    [
      'If I don’t pass side to slipway.moor, what value is used?',
      'The default of side in slipway.moor is None.',
    ],
    ['What is the value of slipway.DEEPEST?', 'ask.declined.no-value'],
  ])('that only the code which runs would decide, and others: %s', async (question, answer) =>
    expect(await said(question)).toBe(answer),
  );

  it.each([
    ['What does len return?', 'builtins.len returns int (mypy 1.15.0).'],
    [
      'Is str.upper deprecated?',
      'No, the declaration of builtins.str.upper carries no mark of deprecation (mypy 1.15.0).',
    ],
    [
      'What is the default of reverse in builtins.sorted?',
      'The default of reverse in builtins.sorted is False (mypy 1.15.0).',
    ],
    ['What does sorted return?', 'ask.declined.ambiguous'],
    ['Which parameters does slipway.sorted take?', 'slipway.sorted takes one parameter: ships.'],
    ['What does nowhere return?', 'ask.declined.not-installed'],
  ])('about what Python has without an import: %s', async (question, answer) =>
    expect(await said(question)).toBe(answer),
  );
});
