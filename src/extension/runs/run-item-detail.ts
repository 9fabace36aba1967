import { type Message, message } from '../../core/platform/index.ts';
import { failureRemedy, type RunItem } from '../../core/report/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { RunItemDetail } from '../../protocol/run-view.ts';

type Fact = readonly [title: string, value: string];

/** An item in whole as the view shows it. */
export function runItemDetail(item: RunItem, render: Renderer): RunItemDetail {
  const { key, question, outcome, answer } = item;
  return {
    type: 'detail',
    key,
    outcome,
    question: question.question,
    expected: [question.answer, ...(question.aliases ?? [])].join('\n'),
    reply: answer?.text ?? '',
    noReply: render(message(answer === undefined ? 'run.no-reply' : 'run.empty-reply')),
    thinking: answer?.thinking ?? '',
    facts: [...judgement(item, render), ...answerFacts(item, render), ...questionFacts(item, render)],
  };
}

function judgement({ outcome, grade, failure }: RunItem, render: Renderer): readonly Fact[] {
  const say = factsIn(render);
  if (grade !== undefined) {
    const grader = grade.grader === 'rules' ? render(message('run.rules')) : grade.grader;
    return [
      say('run.column.outcome', render(message(`run.outcome.${outcome}`))),
      say('run.grader', grader),
      say('run.reason', grade.reason),
    ];
  }
  const remedy = failure === undefined ? undefined : failureRemedy(failure.reason);
  const why =
    failure === undefined
      ? render(message('run.not-asked'))
      : [`${failure.stage}: ${failure.reason}`, ...(remedy === undefined ? [] : [render(remedy)])].join('. ');
  const attempts = failure === undefined ? [] : [say('run.attempts', String(failure.attempt))];
  return [
    say('run.column.outcome', render(message('run.outcome.failed'))),
    say('run.reason', why),
    ...attempts,
  ];
}

function answerFacts({ answer }: RunItem, render: Renderer): readonly Fact[] {
  if (answer === undefined) return [];
  const say = factsIn(render);
  const { usage, refusal, finishReason } = answer;
  return [
    say('run.column.milliseconds', String(Math.round(answer.milliseconds))),
    ...(usage === null
      ? []
      : [
          say(
            'run.tokens',
            render(
              message('run.tokens-used', { prompt: usage.promptTokens, completion: usage.completionTokens }),
            ),
          ),
        ]),
    say('run.finish-reason', finishReason),
    ...(refusal === null ? [] : [say('run.refusal', refusal)]),
  ];
}

function questionFacts({ question, sample }: RunItem, render: Renderer): readonly Fact[] {
  const say = factsIn(render);
  return [
    say('run.column.language', question.programming_language),
    say('run.human-language', question.human_language),
    say('run.column.domain', question.domain.join(' / ')),
    say('run.id', question.id),
    say('run.sample', String(sample + 1)),
    ...(question.source === undefined ? [] : [say('run.source', question.source)]),
  ];
}

function factsIn(render: Renderer): (id: Message['id'], value: string) => Fact {
  return (id, value) => [render(message(id)), value];
}
