import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/question-reading.ts';

describe('an English question', () => {
  it.each([
    ['What is the default of timeout in requests.get?', 'default(timeout) of requests.get'],
    ['default value of `attempts` for retry', 'default(attempts) of retry'],
    [
      'What’s the default value of the `timeout` parameter of `requests.Session.request`?',
      'default(timeout) of requests.Session.request',
    ],
    ["What is requests.get's default timeout?", 'default(timeout) of requests.get'],
    ['requests.get timeout default', 'default(timeout) of requests.get'],
    ['What does attempts default to in retry?', 'default(attempts) of retry'],
    ['In retry, what is the default of attempts?', 'default(attempts) of retry'],
    ['Tell me what the default of limit in Client.levels is', 'default(limit) of Client.levels'],
    ['What is the default of options.delay in retry if it is not given?', 'default(options.delay) of retry'],
    ['What is the value of maximumDelay in steady-retry?', 'default(maximumDelay) of steady-retry:'],
    ['default of attempts', 'default of attempts'],
    ['Does requests.get have a default timeout?', 'has-default(timeout) of requests.get'],
    ['Is there a default for stream in Session.send?', 'has-default(stream) of Session.send'],
    ['What is the value of EINVAL in C?', 'default of c EINVAL'],
  ])('about a default: %s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each([
    ['type of options.delay in retry', 'type(options.delay) of retry'],
    ['What is the type of parameter url in requests.get?', 'type(url) of requests.get'],
    ["What is the type of attr.ib's default?", 'type(default) of attr.ib'],
    ['What type does retry expect for attempts?', 'type(attempts) of retry'],
    ['What is the type of the second parameter of requests.get?', 'type(2) of requests.get'],
    ['What type is Session.verify?', 'type of Session.verify'],
    ['what does retry return', 'returns of retry'],
    ['What type does requests.get return?', 'returns of requests.get'],
    ['what is the return type of lodash.debounce', 'returns of lodash.debounce'],
    ['What is the type of the return value of retry?', 'returns of retry'],
    ["what's retry's return type?", 'returns of retry'],
  ])('about a type: %s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each([
    ['which parameters does X take', 'parameters of X'],
    ['What are the arguments of X?', 'parameters of X'],
    ['What parameters can I pass to `requests.get(url, params=None)`?', 'parameters of requests.get'],
    ['signature of X', 'parameters of X'],
    ['In which order does retry take its parameters?', 'parameters of retry'],
    ['Which parameters of retry are required?', 'required-parameters of retry'],
    ['List the optional parameters of retry', 'optional-parameters of retry'],
    ['How many parameters does requests.request take?', 'parameter-count of requests.request'],
    ['How many required arguments does retry have?', 'required-count of retry'],
    ['which options does retry take', 'options of retry'],
    ['second parameter of X', 'nth-parameter(2) of X'],
    ['What is the last argument of X called?', 'nth-parameter(-1) of X'],
    ['which parameter of retry is the third', 'nth-parameter(3) of retry'],
    ['What is parameter 2 of X?', 'nth-parameter(2) of X'],
    ['At what position is delay in wait', 'position(delay) of wait'],
    ['Does retry accept an argument called attempts?', 'is-parameter(attempts) of retry'],
    ['Is verify a parameter of requests.get?', 'is-parameter(verify) of requests.get'],
    ['Does requests.get have a timeout parameter?', 'is-parameter(timeout) of requests.get'],
    ['Can I pass headers to requests.get?', 'is-parameter(headers) of requests.get'],
    ['Is the timeout parameter of requests.get required?', 'is-required(timeout) of requests.get'],
    ['Is timeout optional in requests.get?', 'is-optional(timeout) of requests.get'],
    ['Do I have to pass url to requests.get?', 'is-required(url) of requests.get'],
    ['Is station keyword-only in table?', 'is-keyword-only(station) of table'],
  ])('about parameters: %s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each([
    ['is X deprecated', 'deprecated of X'],
    ['Has requests.Session.send been deprecated?', 'deprecated of requests.Session.send'],
    ['Is get in requests deprecated?', 'deprecated of requests.get'],
    ['Is the strict parameter of parse deprecated?', 'deprecated(strict) of parse'],
    ['what replaces retryForever', 'replacement of retryForever'],
    ['What should I use instead of retryForever?', 'replacement of retryForever'],
    ['since when is retry deprecated', 'deprecated-since of retry'],
    ['In which version was retry deprecated?', 'deprecated-since of retry'],
    ['Why is retryForever deprecated?', 'deprecation-note of retryForever'],
  ])('about deprecation: %s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each([
    ['In requests 2.31, what does Session.get return?', 'returns of requests.Session.get@2.31'],
    ['What is the default of stream in requests.get in requests 2.1', 'default(stream) of requests.get@2.1'],
    ['What is the default of stream in version 2.1 of requests.get', 'default(stream) of requests.get@2.1'],
    ['Is debounce in lodash@4.17.21 deprecated?', 'deprecated of lodash.debounce@4.17.21'],
    ['What does get in the latest requests return?', 'returns of requests.get@latest'],
    [
      'What does the get method of the class Session in the requests library return?',
      'returns of requests:Session.get',
    ],
    ["Is `retry` from 'steady-retry' deprecated?", 'deprecated of steady-retry:retry'],
    ['What does json.dumps return in Python?', 'returns of python json.dumps'],
    ['What does `retry` from the package @harbour/steady return?', 'returns of @harbour/steady:retry'],
    ['What does Session#get of requests return?', 'returns of requests.Session.get'],
  ])('with package and version: %s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each([
    ['is it deprecated', 'deprecated of <cursor>'],
    ['what does this function return?', 'returns of <cursor>'],
    ['What is the default of the timeout parameter?', 'default(timeout) of <cursor>'],
  ])('about what is under the cursor: %s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each([
    'how do I install requests?',
    'what is the default of timeout in requests.get and requests.post',
    'Is requests.get not deprecated?',
    'which parameters does retry not take',
    'What is requests.get?',
    'What does requests.get do?',
    'Who wrote retry and why does it return?',
    'the',
    '?',
    'is deprecated',
    '\'); DROP TABLE facts; -- OR "a" NEAR b*',
    '\u0000\uE000 0\uE001',
  ])('that is not understood: %s', (question) => expect(readingOf(question)).toBe('-'));
});

describe('a Chinese question', () => {
  it.each([
    ['retry 的 attempts 默认值是多少?', 'default(attempts) of retry'],
    ['retry 中参数 attempts 的默认值是什么？', 'default(attempts) of retry'],
    ['attempts 在 retry 中的默认值是多少', 'default(attempts) of retry'],
    ['requests 2.1 中 get 的 timeout 默认值是什么', 'default(timeout) of requests.get@2.1'],
    ['请问调用 retry 时不传 attempts 会用什么值？', 'default(attempts) of retry'],
    ['steady-retry 的 maximumDelay 的值是多少？', 'default(maximumDelay) of steady-retry:'],
    ['requests.get 的 url 是什么类型？', 'type(url) of requests.get'],
    ['timeout 参数是什么类型', 'type(timeout) of <cursor>'],
    ['X 返回什么', 'returns of X'],
    ['retry 的返回值类型是什么', 'returns of retry'],
    ['它返回什么', 'returns of <cursor>'],
    ['在 requests 2.1 中，get 返回什么？', 'returns of requests.get@2.1'],
    ['requests.get 的参数有哪些', 'parameters of requests.get'],
    ['requests.get 有哪些必填参数？', 'required-parameters of requests.get'],
    ['retry 有几个参数？', 'parameter-count of retry'],
    ['requests.get 的第二个参数叫什么？', 'nth-parameter(2) of requests.get'],
    ['lodash 的 debounce 函数的第 2 个参数是什么', 'nth-parameter(2) of lodash.debounce'],
    ['retry 接受 attempts 参数吗？', 'is-parameter(attempts) of retry'],
    ['attempts 是 retry 的参数吗', 'is-parameter(attempts) of retry'],
    ['retry 的 work 参数是必填的吗', 'is-required(work) of retry'],
    ['debounce 的 wait 可以省略吗', 'is-optional(wait) of debounce'],
    ['X 已弃用吗', 'deprecated of X'],
    ['请问 requests.Session.send 有没有被弃用？', 'deprecated of requests.Session.send'],
    ['requests 库的 Session 类的 send 方法已经废弃了吗？', 'deprecated of requests:Session.send'],
    ['用什么代替 retryForever？', 'replacement of retryForever'],
    ['retryForever 从哪个版本开始弃用？', 'deprecated-since of retryForever'],
    ['为什么 retryForever 被弃用了？', 'deprecation-note of retryForever'],
  ])('%s', (question, reading) => expect(readingOf(question)).toBe(reading));

  it.each(['怎么安装 requests？', '什么是 requests.get', '今天天气怎么样', '弃用'])(
    'that is not understood: %s',
    (question) => expect(readingOf(question)).toBe('-'),
  );
});
