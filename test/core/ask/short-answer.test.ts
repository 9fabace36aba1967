import { expect, it } from 'vitest';
import { shortAnswer } from '../../../src/core/ask/index.ts';
import { message } from '../../../src/core/platform/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';

const origin = { package: 'steady-retry', version: '2.3.1' };

it.each([
  [
    message('ask.answer.default', { parameter: 'options.attempts', symbol: 'retry', value: '4', ...origin }),
    '4 (steady-retry 2.3.1)',
    '4（steady-retry 2.3.1）',
  ],
  [
    message('ask.answer.returns', { symbol: 'retry', value: 'Promise<T>', ...origin, version: 'unknown' }),
    'Promise<T> (steady-retry version unknown)',
    'Promise<T>（steady-retry 版本未知）',
  ],
  [
    message('ask.answer.deprecated', { symbol: 'retryForever', ...origin }),
    'Yes, retryForever is deprecated (steady-retry 2.3.1).',
    '是的，retryForever 已弃用（steady-retry 2.3.1）。',
  ],
])('puts the value first: %j', (answer, english, chinese) => {
  expect(createRenderer('en')(shortAnswer(answer))).toBe(english);
  expect(createRenderer('zh-cn')(shortAnswer(answer))).toBe(chinese);
});
