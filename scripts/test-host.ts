import { parseArgs } from 'node:util';
import { buildSuite } from './host/build-suite.ts';
import { packedExtension, unpackExtension } from './host/extension-package.ts';
import { PlainError, runScript } from './host/plain-error.ts';
import { runSuite } from './host/run-suite.ts';

// Runs the suite inside a real VS Code, on the packed extension: in both languages, and in a workspace that nobody
// has trusted. A name on the command line runs that boot alone.
const boots = [
  { name: 'english', locale: 'en', workspaceTrust: false },
  { name: 'chinese', locale: 'zh-cn', workspaceTrust: false },
  { name: 'untrusted', locale: 'en', workspaceTrust: true },
] as const;

await runScript(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const chosen = boots.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (chosen.length === 0) {
    throw new PlainError(`There is no boot ${positionals.join(', ')}; name english, chinese or untrusted.`);
  }
  const extension = await unpackExtension(await packedExtension());
  const suite = await buildSuite();
  let failed = 0;
  for (const boot of chosen) {
    console.log(`\n${boot.name}`);
    if (!(await runSuite({ ...boot, extension, suite }))) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
