import { escapeMarkdown, type Message, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { AskResult, WireEvidence } from '../../protocol/ask.ts';
import type { ShownAnswer, ShownEvidence } from '../../protocol/webview.ts';
import type { KeptAnswer } from './answer-history.ts';

export interface ShownAnswerTools {
  readonly render: Renderer;
  /** The file's path as a person reads it. */
  readonly pathOf: (uri: string) => string;
}

/** An answer as the view shows it. */
export function shownAnswer({ id, result }: KeptAnswer, { render, pathOf }: ShownAnswerTools): ShownAnswer {
  const { question, attempted, evidence } = result;
  return {
    id,
    question,
    attempted,
    verdict: render(message(attempted ? 'answer.answered' : 'answer.declined')),
    text: escapeMarkdown(answerText(result)),
    details: render(details(result)),
    evidence: evidence.map((one) => shownEvidence(one, { render, pathOf })),
  };
}

/** The answer, or why there is none. */
export function answerText({ answer, reason }: AskResult): string {
  return answer ?? reason ?? '';
}

/** An answer with its evidence as plain text, for another program. */
export function copiedAnswer(result: AskResult, tools: ShownAnswerTools): string {
  const evidence = result.evidence.map((one) => {
    const { place, source, quote } = shownEvidence(one, tools);
    return [source === '' ? place : `${place} (${source})`, quote].join('\n');
  });
  return [result.question, answerText(result), ...evidence].join('\n\n');
}

function details({ attempted, decidedBy: rule, confidence, milliseconds }: AskResult): Message {
  const time = Math.round(milliseconds);
  return attempted
    ? message('answer.details', { rule, confidence: Math.round(confidence * 100), milliseconds: time })
    : message('answer.details-declined', { rule, milliseconds: time });
}

function shownEvidence(
  { uri, range, quote, package: owner, version }: WireEvidence,
  { render, pathOf }: ShownAnswerTools,
): ShownEvidence {
  const source =
    owner === undefined ? '' : `${owner} ${version ?? render(message('report.version-unknown'))}`;
  return { place: `${pathOf(uri)}:${range.start.line + 1}`, source, quote };
}
