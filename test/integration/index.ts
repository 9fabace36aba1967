import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs every suite of this folder; rejects when one fails or none ran. An extension host calls it, in whatever
 * editor that is; the report goes to the file that `FACTPROBE_TEST_REPORT` names, since a host's own output gets
 * lost among the editor's.
 */
export async function run(): Promise<void> {
  const { FACTPROBE_TEST_REPORT: report, FACTPROBE_TEST_GREP: grep } = process.env;
  const tell = (line: string) => {
    if (report) appendFileSync(report, `${line}\n`);
    else console.log(line);
  };
  Mocha.reporters.Base.consoleLog = (...parts: readonly unknown[]) => tell(format(...parts));
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const { passes, failures, pending, tests } = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => (runner.stats ? resolve(runner.stats) : reject(new Error('no result'))));
  });
  tell(`${passes} passed, ${failures} failed, ${pending} skipped`);
  if (tests === 0) throw new Error('no test ran');
  if (failures > 0) throw new Error(`${failures} of ${tests} tests failed`);
}
