import type { Topic } from '../question.ts';
import type { QuestionPattern } from '../question-pattern.ts';

// Short names for what recurs.
const WHICH = '(?:哪个版本|哪一版|哪一个版本|什么版本|哪个版本号|什么时候|何时)';
const IS = '(?:是不是|是否是|是否为|是否|是)';
const CHOICES =
  '(?:可选值|取值|允许值|允许的值|可取值|可取的值|合法值|合法的值|可能值|可能的值|可能取值|取值范围|枚举值)';

const ask = (topic: Topic, ...expressions: readonly string[]): readonly QuestionPattern[] =>
  expressions.map((source) => ({ topic, expression: new RegExp(`^${source}$`, 'iu') }));

/** Ways to ask in Chinese that come before the others. */
export const chineseFirst: readonly QuestionPattern[] = [
  ...ask(
    'raises',
    `(?:调用)?(?<s>.+?)(?:时)?(?:都)?(?:可能会|可能|会|能|将)?(?:抛出|引发|抛|触发|报)(?:哪些|什么|何种|哪种)(?:类型的)?(?:异常|错误)(?:类型)?`,
    `(?<s>.+?)(?:可能|会)?(?:抛出|引发)的(?:异常|错误)(?:都)?(?:有哪些|是什么|有什么)`,
  ),
  ...ask(
    'since',
    `(?<s>.+?)(?:是)?(?:从|自|在|于)?${WHICH}(?:开始|起|中|里)?(?:就)?(?:被)?(?:有|存在|支持|提供|引入|加入|添加|新增|出现|可用)(?:的|了)?`,
    `(?:从|自)?${WHICH}(?:开始|起)?(?:引入|加入|添加|新增|有|支持)了?(?<s>.+)`,
  ),
  ...ask(
    'allowed',
    `(?<ps>.+?)(?:都)?(?:可以|能够|能|可)?(?:取|允许|接受|支持|用|传|是)(?:哪些|什么)(?:取)?值`,
    `(?<ps>.+?)的?(?:所有)?${CHOICES}(?:都)?(?:有哪些|是什么|有什么|是哪些)?`,
    `(?<ps>.+?)(?:都)?有(?:哪些|什么)${CHOICES}`,
    `(?<s>.+?)(?:都)?(?:有|包含)(?:哪些|什么)(?:枚举)?成员`,
  ),
  ...ask(
    'is-async',
    `(?<s>.+?)${IS}(?:一个)?(?:异步|async)(?:的)?(?:函数|方法)?(?:的)?`,
    `(?:调用)?(?<s>.+?)(?:时)?(?:是否需要|需不需要|要不要|需要|必须|要|可以|能)(?:用|使用)?await`,
  ),
  ...ask(
    'is-generator',
    `(?<s>.+?)${IS}(?:一个)?(?:异步)?生成器(?:函数|方法)?(?:的)?`,
    `(?<s>.+?)(?:会|是否)?返回(?:的是)?(?:一个)?生成器`,
  ),
  ...ask('default', `(?<ps>.+?)等于(?:多少|什么|几|何值)`),
];

/** Ways to ask in Chinese that are tried when no other fits. */
export const chineseLast: readonly QuestionPattern[] = ask(
  'version',
  `(?:当前|现在|目前)?(?:已安装的|安装的|装的|用的|使用的)?(?<s>.+?)(?:安装的|装的|用的)?是(?:哪个|什么|哪一个)版本`,
  `(?:当前|现在|目前)?(?:已安装的|安装的|装的|用的|使用的)?(?<s>.+?)的?(?:已安装|安装|当前)?的?(?:版本|版本号)(?:是|为)?(?:多少|什么|哪个|几)?`,
  `(?:这里|项目里|当前)?(?:安装|装|用|使用)(?:的是|了|的)?(?:哪个|什么)版本的(?<s>.+)`,
);
