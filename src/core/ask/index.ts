export type { Answer, DeclineId } from './answer.ts';
export { type AskRequest, answerQuestion } from './answer-question.ts';
export { type AnswerRule, answerRules } from './answer-rules.ts';
export type { AskedPlace, AskTools, LookAround } from './ask-tools.ts';
export { type QuestionsAt, questionsAt } from './questions-at.ts';
