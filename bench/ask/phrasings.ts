import type { Aspect } from './fact.ts';

/** Ways to ask: `S` stands for the symbol, `P` for the parameter, `N` for the place. */
export interface Phrasings {
  readonly english: readonly string[];
  readonly chinese: readonly string[];
}

/** Ways to ask for each aspect of a symbol, or of a parameter of it. */
export const phrasings: Readonly<
  Record<Aspect, { readonly symbol?: Phrasings; readonly parameter?: Phrasings }>
> = {
  default: {
    parameter: {
      english: [
        'What is the default of P in S?',
        "What's the default value of the P parameter of S?",
        'Which value does P have by default in S?',
        'If I don’t pass P to S, what value is used?',
        'What does P default to in S?',
        'default P S',
      ],
      chinese: ['S 的 P 默认值是多少？', 'S 里的参数 P 默认是什么？', '调用 S 时不传 P 会用什么值？'],
    },
    symbol: {
      english: ['What is the default of S?', 'What does S default to?'],
      chinese: ['S 的默认值是什么？'],
    },
  },
  type: {
    parameter: {
      english: [
        'What is the type of P in S?',
        'Which type does the parameter P of S have?',
        'What type should I pass as P to S?',
        'What type is the P argument of S?',
      ],
      chinese: ['S 的 P 参数是什么类型？', 'S 中 P 的类型是什么？'],
    },
    symbol: {
      english: ['What is the type of S?', 'What type does S have?'],
      chinese: ['S 的类型是什么？'],
    },
  },
  parameters: {
    symbol: {
      english: [
        'Which parameters does S take?',
        'What are the arguments of S?',
        'In what order does S take its parameters?',
        'List the parameters of S.',
        'What arguments can I pass to S?',
      ],
      chinese: ['S 有哪些参数？', 'S 的参数顺序是什么？', '调用 S 需要传哪些参数？'],
    },
  },
  nth: {
    symbol: {
      english: [
        'What is the Nth parameter of S?',
        'What is the name of the Nth argument of S?',
        'Which parameter comes Nth in S?',
      ],
      chinese: ['S 的第N个参数是什么？', 'S 第 N 个参数叫什么名字？'],
    },
  },
  required: {
    parameter: {
      english: ['Is P required in S?', 'Must I pass P to S?', 'Do I have to provide P when calling S?'],
      chinese: ['S 的 P 是必填的吗？', 'S 的参数 P 是必须的吗？'],
    },
  },
  returns: {
    symbol: {
      english: [
        'What does S return?',
        'What is the return type of S?',
        'What do I get back from S?',
        'Which type does S return?',
      ],
      chinese: ['S 返回什么？', 'S 的返回值类型是什么？'],
    },
  },
  raises: {
    symbol: {
      english: [
        'Which exceptions does S raise?',
        'What errors can S raise?',
        'What exception does S throw?',
        'What does S raise?',
      ],
      chinese: ['S 会抛出哪些异常？', 'S 会引发什么异常？'],
    },
  },
  deprecated: {
    symbol: {
      english: [
        'Is S deprecated?',
        'Has S been deprecated?',
        'Is it true that S is deprecated?',
        'Is S obsolete?',
      ],
      chinese: ['S 已弃用吗？', 'S 是否已经废弃？'],
    },
  },
  'deprecated-since': {
    symbol: {
      english: ['Since when is S deprecated?', 'In which version was S deprecated?'],
      chinese: ['S 从哪个版本开始弃用？'],
    },
  },
  replacement: {
    symbol: {
      english: ['What replaces S?', 'What should I use instead of S?', 'What is the replacement for S?'],
      chinese: ['S 的替代品是什么？', '应该用什么代替 S？'],
    },
  },
  since: {
    symbol: {
      english: [
        'Since which version does S exist?',
        'In which version was S added?',
        'When was S introduced?',
        'Since when is S available?',
      ],
      chinese: ['S 是从哪个版本开始有的？', 'S 是哪个版本引入的？'],
    },
  },
  allowed: {
    parameter: {
      english: [
        'Which values are allowed for P in S?',
        'What values can P take in S?',
        'What are the possible values of P in S?',
      ],
      chinese: ['S 的 P 可以取哪些值？', 'S 的参数 P 允许哪些值？'],
    },
    symbol: {
      english: [
        'Which values does S allow?',
        'What are the possible values of S?',
        'What values can S have?',
      ],
      chinese: ['S 可以取哪些值？'],
    },
  },
  constant: {
    symbol: {
      english: ['What is the value of S?', 'Which value does S have?', 'What is S equal to?'],
      chinese: ['S 的值是多少？', 'S 等于多少？'],
    },
  },
  async: {
    symbol: {
      english: ['Is S async?', 'Is S asynchronous?', 'Do I have to await S?', 'Is S an async function?'],
      chinese: ['S 是异步的吗？', 'S 需要 await 吗？'],
    },
  },
  generator: {
    symbol: {
      english: ['Is S a generator?', 'Is S a generator function?', 'Does S return a generator?'],
      chinese: ['S 是生成器吗？', 'S 是不是生成器函数？'],
    },
  },
  version: {
    symbol: {
      english: [
        'Which version of S is installed?',
        'What version of S do I have?',
        'What is the installed version of S?',
        'S version',
      ],
      chinese: ['安装的 S 是哪个版本？', 'S 的版本是多少？'],
    },
  },
};
