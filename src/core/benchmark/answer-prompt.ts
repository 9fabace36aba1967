import type { ChatMessage } from '../model/index.ts';
import { isChinese, type Question } from './question.ts';

/** Changes with the words below, so that no answer to other words is taken for one to these. */
export const answerPromptVersion = 'answer-1';

/** What a model is asked: the question, and how to answer it, in the question's language. */
export function answerPrompt(question: Question): readonly ChatMessage[] {
  const how = isChinese(question)
    ? '请只给出最终答案，越短越好：一个名称、数值或短语，不要解释。如果不知道，请回答“不知道”。'
    : 'Give the final answer alone, as short as possible: a name, a value or a phrase, without an explanation. If you do not know it, say "I don\'t know".';
  return [{ role: 'user', content: `${question.question.trim()}\n\n${how}` }];
}
