/** Words of programming languages that no other single word says in another way. */
export const programmingWords: ReadonlySet<string> = new Set(
  `abstract and as assert async await bigint bool boolean break byte case catch char class const continue def default
  defer del delete do double else enum except export extends extern false final finally float fn for from func function
  global go goto if implements import in inline instanceof int interface internal is lambda let long match mod module
  mut namespace native new nil none nonlocal not null nullptr number object operator or out override package pass
  private protected public pub raise readonly ref register return sealed select self short signed sizeof static str
  string struct super switch symbol synchronized then this throw throws trait transient true try type typedef typeof
  undefined union unless unsafe unsigned until use using val var virtual void volatile when where while with yield
  nan infinity inf button submit reset inherit initial`.split(/\s+/),
);

/** Words that a reply may have around its answer without saying anything more. */
const carriers: ReadonlySet<string> = new Set(
  `a an the it it's its is are was this that these answer final correct value values result results method function called named
  name returns return returned gives give given yields produces of in to by with uses use used using evaluates evaluate
  equals equal default exception error class keyword type package module library operator option string integer number
  output prints throws thrown throw raises raised raise parameter property attribute element command order be which code`.split(
    /\s+/,
  ),
);

const chineseCarriers =
  /^(?:正确|最终|默认|该|这个|它|其|此|会|将|所|使用|用|调用|通过|返回|抛出|引发|得到|输出|打印|叫做|叫|称为|名为|等于|就是|应该是|应是|应为|是|为|即|的|答案|结果|数字|数值|值|字符串|方法|函数|关键字|异常|错误|类型|类|包|模块|运算符|选项|参数|属性|元素|命令|状态|顺序|按|以|在|中|于|了|成员)+$/;

/** Whether a folded word, or a run of Chinese, only carries an answer. */
export function isCarrier(word: string): boolean {
  return carriers.has(word) || chineseCarriers.test(word);
}

/** Replies of one word that leave open what they say. */
export const vagueWords: ReadonlySet<string> = new Set(
  'nothing unknown n/a na any anything something depends varies unspecified undefined-behavior implementation-defined error empty'.split(
    ' ',
  ),
);

/** Values that languages write differently: a reply in another language's word may mean the same. */
const families: readonly ReadonlySet<string>[] = [
  new Set(['null', 'none', 'nil', 'nullptr', 'nothing', 'empty']),
  new Set(['true', 'yes', '1', 'on', 'truthy', '是', '真']),
  new Set(['false', 'no', '0', 'off', 'falsy', '否', '假']),
  new Set(['infinity', 'inf', '∞', 'unlimited']),
  new Set(['int', 'integer', 'i32', 'int32']),
  new Set(['str', 'string']),
  new Set(['bool', 'boolean']),
];

/** Whether two folded words may stand for the same value. */
export function areKin(a: string, b: string): boolean {
  return families.some((family) => family.has(a) && family.has(b));
}

const exactNames = /^(?:(?:methods?|functions?|procedures?)\b|方法|函数)/i;
const asking =
  /\b(?:which|what)(?:\s+(?!is\b|are\b|does\b|do\b)[\w'’+#./-]+){0,3}?\s+(methods?|functions?|procedures?|exceptions?|errors?|class(?! of\b)|interface|keywords?|types?(?! of\b)|packages?|modules?|commands?|options?|flags?|signals?|attributes?|property|tags?|elements?|headers?|operators?|events?|annotations?|decorators?|parameters?|clauses?|statements?|macros?|variables?|constants?|modes?(?! of\b)|name|string|value(?! of\b))\b|哪(?:一)?个[^，。？]{0,8}?(方法|函数|异常|错误|类型|类|接口|关键字|包|模块|命令|选项|标志|信号|属性|标签|元素|运算符|事件|注解|装饰器|参数|子句|语句|宏|变量|常量|模式|字符串|值)|(长名称|的名称是什么)/i;

/** What a question asks for: a function's name to the letter, another name, or something that isn't known. */
export function askedFor(question: string): 'function' | 'name' | undefined {
  const [, english, chinese, name] = asking.exec(question) ?? [];
  const noun = english ?? chinese ?? name;
  if (noun === undefined) return undefined;
  return exactNames.test(noun) ? 'function' : 'name';
}
