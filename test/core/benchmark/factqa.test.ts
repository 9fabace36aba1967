import { describe, expect, it } from 'vitest';
import { type Question, readQuestions } from '../../../src/core/benchmark/index.ts';
import { sha256 } from '../../../src/node/hash.ts';

const read = (text: string) => readQuestions(text, 'mine.factqa', sha256);
const heads = 'language: python\ndomain: Standard library / dates\n\n';
const problemsOf = (text: string) =>
  read(text).problems.map(({ line, problem }) => [line, problem.id.replace('bench.sheet.', '')]);
const only = (text: string): Question => {
  const { questions, problems } = read(text);
  expect(problems).toEqual([]);
  const [question, ...others] = questions;
  if (question === undefined || others.length > 0) throw new Error(`${questions.length} questions`);
  return question;
};

describe('a question sheet', () => {
  it('gives the rows that JSON Lines would give, ids and clusters too', () => {
    const sheet = read(
      `${heads}Q: Which method tells the day?\nA: weekday | date.weekday\ncheck: echo 0 => 0\nsource: the manual\n`,
    );
    const row = {
      question: 'Which method tells the day?',
      answer: 'weekday',
      aliases: ['date.weekday'],
      domain: ['Standard library', 'dates'],
      programming_language: 'python',
      human_language: 'english',
      check: 'echo 0 => 0',
      source: 'the manual',
    };
    const lines = readQuestions(JSON.stringify(row), 'mine.jsonl', sha256);
    expect(sheet.problems).toEqual([]);
    expect(sheet.questions).toEqual(lines.questions);
  });

  it('lets headers hold until they change', () => {
    const { questions } = read(
      `${heads}Q: a?\nA: 1\n\nQ: b?\nA: 2\nlanguage: Rust\nQ: c?\nA: 3\n\ndomain: Types\nfreshness: fresh\nas-of: 2026-01\nQ: d?\nA: 4`,
    );
    expect(
      questions.map(({ question, programming_language, domain, freshness, asOf }) => [
        question,
        programming_language,
        domain.join('+'),
        freshness,
        asOf,
      ]),
    ).toEqual([
      ['a?', 'python', 'Standard library+dates', undefined, undefined],
      ['b?', 'python', 'Standard library+dates', undefined, undefined],
      ['c?', 'rust', 'Standard library+dates', undefined, undefined],
      ['d?', 'rust', 'Types', 'fresh', '2026-01'],
    ]);
  });

  it.each([
    ['TypeScript', 'javascript'],
    ['C#', 'c-sharp'],
    ['C++', 'cpp'],
    ['css', 'html/css'],
    ['COBOL', 'cobol'],
  ])('knows the language %s by the name %s', (name, known) => {
    expect(only(`language: ${name}\ndomain: x\nQ: a?\nA: 1`).programming_language).toBe(known);
  });

  it.each([
    ['Which day?', '', 'english'],
    ['哪个方法？', '', 'chinese'],
    ['Which day?', 'human-language: zh\n', 'chinese'],
    ['哪个方法？', 'human-language: English\n', 'english'],
    ['Quel jour ?', 'human-language: French\n', 'french'],
  ])('takes “%s” under “%s” for %s', (question, header, language) => {
    expect(only(`${heads}${header}Q: ${question}\nA: 1`).human_language).toBe(language);
  });

  it.each([
    ['one | two|three | four', ['one', 'two|three', 'four']],
    ['string \\| null', ['string | null']],
    ['| one |', ['one']],
    ['one |\ttwo', ['one', 'two']],
  ])('reads the answers “%s”', (written, answers) => {
    const { answer, aliases = [] } = only(`${heads}Q: a?\nA: ${written}`);
    expect([answer, ...aliases]).toEqual(answers);
  });

  it('continues texts by indentation, with spaces or tabs, empty lines and marks inside', () => {
    const { question, check } = only(
      `${heads}Q: What does this print?\n\tfor i in range(2):\n\t    print(i)\n\n\t# not a comment\nA: 0\ncheck:\n  cat > t.py\n    A: x\n  run => 0\n\n`,
    );
    expect(question).toBe('What does this print?\nfor i in range(2):\n    print(i)\n\n# not a comment');
    expect(check).toBe('cat > t.py\n  A: x\nrun => 0');
  });

  it.each([
    ['a byte order mark', `\uFEFF${heads}Q: a?\nA: 1`],
    ['CRLF', `${heads}Q: a?\nA: 1\n`.replaceAll('\n', '\r\n')],
    ['CR', `${heads}Q: a?\nA: 1\n`.replaceAll('\n', '\r')],
    ['Chinese colons', 'language：python\ndomain：Standard library / dates\nQ：a?\nA：1'],
    ['no space behind the colon', 'language:python\ndomain:Standard library / dates\nQ:a?\nA:1'],
    ['tabs', 'language:\tpython\ndomain:\tStandard library / dates\nQ:\ta?\t\nA:\t1\t'],
    ['small letters', 'Language: python\nDOMAIN: Standard library / dates\nq: a?\na: 1'],
    ['comments', `# one\n${heads}# two\nQ: a?\n# three: x\nA: 1\n#`],
    ['an empty line before the answer', `${heads}Q: a?\n\nA: 1`],
  ])('may have %s', (_name, text) => {
    const { question, answer, domain, programming_language } = only(text);
    expect([question, answer, domain, programming_language]).toEqual([
      'a?',
      '1',
      ['Standard library', 'dates'],
      'python',
    ]);
  });

  it('holds the check and the source of a cluster for all its questions', () => {
    const { questions } = read(
      `${heads}Q: a?\nA: 1\ncluster: one\ncheck: x => 1\nsource: s\n\nQ: 甲？\nA: 1\ncluster: one\n\nQ: b?\nA: 2`,
    );
    expect(questions.map(({ cluster, check, source }) => [cluster, check, source])).toEqual([
      ['one', 'x => 1', 's'],
      ['one', 'x => 1', 's'],
      [expect.any(String), undefined, undefined],
    ]);
  });

  it.each([
    ['an unknown key', `${heads}Q: a?\nA: 1\nchek: x => 1`, [[6, 'unknown-key']], 1],
    ['an unknown header', `lang: python\n${heads}Q: a?\nA: 1`, [[1, 'unknown-key']], 1],
    ['a question without an answer', `${heads}Q: a?\n\nQ: b?\nA: 1`, [[4, 'no-answer']], 1],
    ['a question with an empty answer', `${heads}Q: a?\nA: |\n`, [[4, 'no-answer']], 0],
    ['an empty question', `${heads}Q:\nA: 1`, [[4, 'bad-value']], 0],
    ['an answer without a question', `${heads}A: 1\nQ: b?\nA: 2`, [[4, 'no-question']], 1],
    ['a part behind a header', `${heads}Q: a?\nA: 1\nlanguage: c\nid: x`, [[7, 'no-question']], 1],
    ['a part above its question', `${heads}Q: a?\nA: 1\n\nid: x\nQ: b?\nA: 2`, [[7, 'no-question']], 2],
    ['two answers', `${heads}Q: a?\nA: 1\nA: 2`, [[6, 'twice']], 1],
    ['an id twice', `${heads}Q: a?\nA: 1\nid: x\n\nQ: b?\nA: 2\nid: x\n`, [[10, 'duplicate-id']], 1],
    ['an empty id', `${heads}Q: a?\nA: 1\nid:`, [[6, 'bad-value']], 1],
    ['a check without output', `${heads}Q: a?\nA: 1\ncheck: node -p 1 =>`, [[6, 'bad-check']], 1],
    ['no language', 'domain: x\nQ: a?\nA: 1', [[2, 'no-header']], 0],
    ['no domain', 'language: c\nQ: a?\nA: 1', [[2, 'no-header']], 0],
    ['a freshness of its own', `${heads}freshness: new\nQ: a?\nA: 1`, [[4, 'bad-value']], 1],
    ['a line of prose', `${heads}Q: a?\nA: 1\nWhat is this`, [[6, 'stray']], 1],
    ['an indented first line', `  Q: a?\n${heads}Q: b?\nA: 1`, [[1, 'stray']], 1],
  ])('says where it has %s', (_name, text, problems, left) => {
    expect(problemsOf(text)).toEqual(problems);
    expect(read(text).questions).toHaveLength(left);
  });

  it('is empty without a complaint when nothing is in it', () => {
    expect([read('').questions, read('').problems, problemsOf('\n# x\n')]).toEqual([[], [], []]);
  });
});
