export type { Answer } from './answer.ts';
export { answerQuestion } from './answer-question.ts';
export { answerRules } from './answer-rules.ts';
export type { AskedPlace, AskTools } from './ask-tools.ts';
export { type QuestionsAt, questionsAt } from './questions-at.ts';
export { shortAnswer } from './short-answer.ts';
