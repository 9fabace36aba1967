import type { ProbedModel } from '../model/index.ts';
import { answerPromptVersion } from './answer-prompt.ts';
import type { Judge } from './judge.ts';
import { judgePromptVersion } from './judge-prompt.ts';
import type { Question } from './question.ts';
import type { QuestionSet } from './question-set.ts';
import type { RunHeader, RunSetup } from './run-events.ts';
import type { SubsetRequest } from './subset.ts';

/** What a run is made of. */
export interface RunParts {
  readonly set: QuestionSet;
  readonly subset: Pick<SubsetRequest, 'humanLanguage' | 'limit'> & {
    /** Whether rows of every language were taken, `others` too. */
    readonly everyLanguage: boolean;
  };
  /** What the subset came to. */
  readonly questions: readonly Question[];
  readonly mode: RunSetup['mode'];
  readonly samples: number;
  /** `null` leaves it to the server. */
  readonly seed: number | null;
  readonly served: Pick<ProbedModel, 'model'>;
  readonly baseUrl: string;
  readonly judge: Judge | undefined;
}

/** What is asked how, as far as this version knows it. */
export const promptVersions: RunSetup['prompts'] = {
  answer: answerPromptVersion,
  judge: judgePromptVersion,
};

/** Tokens that a context holds where the server doesn't tell. */
const usualContext = 8192;

/** How a run is set up, as its file says it: two runs of the same parts have the same setup. */
export function runSetupOf({ set, subset, questions, served, judge, ...parts }: RunParts): RunSetup {
  const { mode, samples, seed, baseUrl } = parts;
  const languages = [...new Set(questions.map((question) => question.programming_language))].sort();
  // The reply must fit into what is served, with room for the question.
  const room = Math.floor((served.model.contextTokens ?? usualContext) * 0.75);
  return {
    set: { name: set.name, sha256: set.sha256, rows: set.questions.length },
    subset: {
      languages: subset.everyLanguage ? null : languages,
      humanLanguage: subset.humanLanguage,
      limit: subset.limit,
      selected: questions.length,
    },
    model: { id: served.model.id, baseUrl },
    mode,
    sampling: {
      temperature: mode === 'thinking' ? 0.6 : 0,
      topP: 0.95,
      maxTokens: Math.min(room, mode === 'thinking' ? 16_384 : 1024),
      samples,
      seed,
    },
    judge: judge === undefined ? null : { id: judge.model.id, baseUrl: judge.model.baseUrl },
    prompts: promptVersions,
  };
}

/** The first line of a run file. */
export function runHeaderOf(
  setup: RunSetup,
  { model, serverVersion }: Pick<ProbedModel, 'model' | 'serverVersion'>,
  made: Pick<RunHeader, 'id' | 'started' | 'factprobe'>,
): RunHeader {
  return {
    type: 'run',
    version: 1,
    ...made,
    server: {
      software: model.owner ?? null,
      version: serverVersion ?? null,
      contextTokens: model.contextTokens ?? null,
    },
    setup,
  };
}
