export { outlineFactqa, type SheetOutline, type SheetPlace, sheetKeys } from './factqa-outline.ts';
export type { Judge } from './judge.ts';
export { benchmarkLanguage, benchmarkLanguages } from './language-names.ts';
export { type Metrics, type RateName, rateNames } from './metrics.ts';
export { isChinese, type Question } from './question.ts';
export { type QuestionCheck, readCheck } from './question-check.ts';
export { type QuestionSet, readQuestionSet } from './question-set.ts';
export { readQuestions } from './read-questions.ts';
export type { RetryTools } from './retries.ts';
export type {
  AnswerEvent,
  FailureEvent,
  GradeEvent,
  QuestionEvent,
  RunEvent,
  RunHeader,
  RunSetup,
} from './run-events.ts';
export { gradedItems, itemKey, type RunLog, readRunLog, runLine } from './run-log.ts';
export { promptVersions, type RunParts, runHeaderOf, runSetupOf } from './run-setup.ts';
export { groupings, type RunSummary, summariseRun } from './run-summary.ts';
export { type Progress, type RunOutcome, runBenchmark } from './runner.ts';
export { Budget, type BudgetLimits, type Spending } from './spending.ts';
export { selectQuestions } from './subset.ts';
export { previewSubset } from './subset-preview.ts';
export { type LanguageShares, workspaceLanguages } from './workspace-languages.ts';
