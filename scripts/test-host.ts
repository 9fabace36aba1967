import { parseArgs } from 'node:util';
import { buildSuite } from './host/build-suite.ts';
import { packedExtension, unpackExtension } from './host/extension-package.ts';
import { PlainError, runScript } from './host/plain-error.ts';
import { runSuite } from './host/run-suite.ts';

// Runs the suite inside a real VS Code, on the packed extension: in both languages, and in a workspace that nobody
// has trusted; and a suite of its own where several folders are open. A name on the command line runs that boot alone.
const boots = [
  { name: 'english', locale: 'en', workspaceTrust: false, tests: 'test/integration' },
  { name: 'chinese', locale: 'zh-cn', workspaceTrust: false, tests: 'test/integration' },
  { name: 'untrusted', locale: 'en', workspaceTrust: true, tests: 'test/integration' },
  { name: 'folders', locale: 'en', workspaceTrust: false, tests: 'test/integration/folders' },
] as const;

await runScript(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const chosen = boots.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (chosen.length === 0) {
    throw new PlainError(
      `There is no boot ${positionals.join(', ')}; name english, chinese, untrusted or folders.`,
    );
  }
  const extension = await unpackExtension(await packedExtension());
  let failed = 0;
  for (const { tests, ...boot } of chosen) {
    console.log(`\n${boot.name}`);
    const suite = await buildSuite(tests);
    const severalFolders = boot.name === 'folders';
    if (!(await runSuite({ ...boot, extension, suite, severalFolders }))) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
