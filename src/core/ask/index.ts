export type { Answer } from './answer.ts';
export { type AskRequest, answerQuestion } from './answer-question.ts';
export { answerRules, modelConfidence } from './answer-rules.ts';
export type { AskedPlace, AskTools } from './ask-tools.ts';
export { type QuestionsAt, questionsAt } from './questions-at.ts';
export { shortAnswer } from './short-answer.ts';
export { answerWithModel } from './with-model/answer-with-model.ts';
export { mayAskModel } from './with-model/open-declines.ts';
export { type PassageTools, passagesFor } from './with-model/passages-for.ts';
