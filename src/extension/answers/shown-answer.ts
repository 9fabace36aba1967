import { escapeMarkdown, type Message, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { AskResult, WireEvidence } from '../../protocol/ask.ts';
import type { AnswerOffer, ShownAnswer, ShownEvidence } from '../../protocol/webview.ts';
import type { KeptAnswer, Saying } from './answer-history.ts';

export interface ShownAnswerTools {
  readonly render: Renderer;
  /** The file's path as a person reads it. */
  readonly pathOf: (uri: string) => string;
  /** Whether an endpoint would be of use: there is none, and one may be asked. */
  readonly lacksEndpoint: boolean;
}

/** An answer as the view shows it. */
export function shownAnswer({ id, result, saying }: KeptAnswer, tools: ShownAnswerTools): ShownAnswer {
  const { render } = tools;
  const kind = saying === null ? kindOf(result) : 'asking';
  return {
    id,
    question: result.question,
    kind,
    verdict: render(saying === null ? verdict(result) : asking(saying)),
    text: saying?.text ?? shownText(result),
    notes: saying === null ? notes(result) : [result.reason ?? ''],
    offer: saying === null ? offer(result, tools) : null,
    isInsertable: saying === null && isFact(result),
    details: saying === null ? render(details(result)) : '',
    evidence: result.evidence.map((one) => shownEvidence(one, tools)),
  };
}

/** What evidence alone says; no line of code should carry what a model says as a fact. */
export function isFact({ attempted, model }: AskResult): boolean {
  return attempted && model?.type !== 'answered';
}

/** The answer, or why there is none. */
export function answerText({ answer, reason }: AskResult): string {
  return answer ?? reason ?? '';
}

/** An answer with its evidence as plain text, for another program; what a model says is marked as such. */
export function copiedAnswer(result: AskResult, tools: Omit<ShownAnswerTools, 'lacksEndpoint'>): string {
  const isModels = result.model?.type === 'answered';
  const evidence = result.evidence.map((one, index) => {
    const { place, source, quote } = shownEvidence(one, tools);
    const mark = isModels ? `[${index + 1}] ` : '';
    return [mark + (source === '' ? place : `${place} (${source})`), quote].join('\n');
  });
  const by = isModels ? [tools.render(verdict(result))] : [];
  return [result.question, answerText(result), ...by, ...evidence].join('\n\n');
}

function kindOf({ attempted, model }: AskResult): ShownAnswer['kind'] {
  if (!attempted) return 'declined';
  if (model?.type !== 'answered') return 'answered';
  return model.isClosedBook ? 'closed-book' : 'cited';
}

function verdict(result: AskResult): Message {
  const model = result.model?.type === 'answered' ? result.model.model : '';
  switch (kindOf(result)) {
    case 'cited':
      return message('answer.cited', { model });
    case 'closed-book':
      return message('answer.closed-book', { model });
    case 'answered':
      return message('answer.answered');
    default:
      return message('answer.declined');
  }
}

function asking({ model }: Saying): Message {
  return model === null ? message('answer.asking-your-model') : message('answer.asking-model', { model });
}

/** What a model says is markdown of its own; ours is plain text. */
function shownText(result: AskResult): string {
  return result.model?.type === 'answered' ? (result.answer ?? '') : escapeMarkdown(answerText(result));
}

/** Why the model did not answer comes first. */
function notes({ model, notes: others }: AskResult): readonly string[] {
  return model?.type === 'failed' ? [model.problem, ...others] : others;
}

function offer({ attempted, model }: AskResult, { lacksEndpoint }: ShownAnswerTools): AnswerOffer | null {
  if (attempted) return null;
  if (model?.type !== 'failed') return model === null && lacksEndpoint ? 'addEndpoint' : null;
  const { problemId } = model;
  if (problemId === 'endpoint.none') return 'addEndpoint';
  if (
    /^endpoint\.(none-active|no-model|unknown)$|^model\.(not-served|failure\.unknown-model)$/.test(problemId)
  ) {
    return 'selectModel';
  }
  return problemId.startsWith('model.failure.') ? 'testConnection' : null;
}

function details({ attempted, decidedBy: rule, confidence, milliseconds, model }: AskResult): Message {
  const time = Math.round(milliseconds);
  if (model?.type === 'answered') {
    return message('answer.details-model', { model: model.model, milliseconds: time });
  }
  return attempted
    ? message('answer.details', { rule, confidence: Math.round(confidence * 100), milliseconds: time })
    : message('answer.details-declined', { rule, milliseconds: time });
}

function shownEvidence(
  { uri, range, quote, package: owner, version }: WireEvidence,
  { render, pathOf }: Omit<ShownAnswerTools, 'lacksEndpoint'>,
): ShownEvidence {
  const source =
    owner === undefined ? '' : `${owner} ${version ?? render(message('report.version-unknown'))}`;
  return { place: `${pathOf(uri)}:${range.start.line + 1}`, source, quote };
}
