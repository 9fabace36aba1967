import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Asked, answerable, type Drawing } from './ask/asked.ts';
import { askedInOneProcess } from './ask/factprobe.ts';
import { FullText } from './ask/full-text.ts';
import { falsePlaces, gradeOf } from './ask/grade.ts';
import { firstLines, lineSearch } from './ask/line-search.ts';
import { showsTruth } from './ask/passages.ts';
import { refusals } from './ask/refusals.ts';
import { missesOf, type Scored, tables } from './ask/tables.ts';
import { type Asking, workspaces } from './ask/workspaces.ts';
import { packagesFolder } from './installed-packages.ts';

// How well `factprobe ask` answers and declines questions about installed packages whose truth others tell: the
// TypeScript compiler, the interpreter of Python, Go's type checker and the running JDK. Beside it, on the same
// questions: BM25 and a search of lines.
// npm run bench:ask -- [--seed N] [--each N] [--languages npm,python] [--misses FILE]

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '12' },
    languages: { type: 'string' },
    misses: { type: 'string' },
  },
});
const drawing: Drawing = { each: Number(values.each), seed: Number(values.seed) };
const wanted = values.languages?.split(',');
const scored: Scored[] = [];
for (const [language, prepare] of Object.entries(workspaces)) {
  if (wanted !== undefined && !wanted.includes(language)) continue;
  const asking = prepare(packagesFolder());
  if (typeof asking === 'string') console.log(`Left out: ${language} (${asking}).`);
  else scored.push(...(await scoredAll(language, asking)));
}
console.log(tables(scored, lineSearch));
if (values.misses !== undefined) writeFileSync(values.misses, missesOf(scored));

async function scoredAll(language: string, asking: Asking): Promise<readonly Scored[]> {
  const { folder, documents, foldersOf, truth, absent, named } = asking;
  const answers = answerable(language, truth, drawing);
  // As many of each kind of refusal that a third of all questions are to be declined.
  // Names that several packages share are only there where a manifest names packages.
  const each = Math.ceil(answers.length / 2 / (named.size === 0 ? 5 : 6));
  const questions: readonly Asked[] = [
    ...answers,
    ...refusals({ language, truth, absent, named }, { ...drawing, each }),
  ];
  const began = performance.now();
  const replies = await askedInOneProcess(folder, questions);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${language}: ${questions.length} questions in one process, ${seconds} s`);
  const text = new FullText(documents);
  try {
    return questions.map((asked) => {
      const reply = replies.get(asked.id);
      if (reply === undefined) throw new Error(`no reply to ${asked.id}`);
      return {
        asked,
        reply,
        grade: gradeOf(asked, reply),
        falsePlaces: falsePlaces(folder, reply),
        isRanked: showsTruth(text.find(asked), asked),
        isFoundLine: showsTruth(firstLines(asked, foldersOf(asked)), asked),
      };
    });
  } finally {
    text.close();
  }
}
