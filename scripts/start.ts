import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runScript } from './host/plain-error.ts';

// `npm start`: the main job on the bundled sample, with no model and no network. Ends with 0 when every command ended
// as the command line promises: claims contradicted, two questions answered, one declined.
const sample = resolve('sample');
const cli = resolve('dist/cli.cjs');

const commands = [
  { words: ['check', 'src', 'tools'], exitCode: 1 },
  { words: ['ask', 'What is the default of attempts in retry?'], exitCode: 0 },
  { words: ['ask', 'tidewater.Client.history 已弃用吗？'], exitCode: 0 },
  { words: ['ask', 'What does retry return in steady-retry 3.0.0?'], exitCode: 0 },
] as const;

await runScript(async () => {
  const unexpected = commands.filter(({ words, exitCode }) => {
    const typed = words.map((word) => (/[^\w./-]/.test(word) ? `"${word}"` : word));
    console.log(`\n$ factprobe ${typed.join(' ')}\n`);
    const { status } = spawnSync(process.execPath, [cli, ...words], { cwd: sample, stdio: 'inherit' });
    if (status !== exitCode) console.error(`\nThat ended with ${status} instead of ${exitCode}.`);
    return status !== exitCode;
  });
  return unexpected.length === 0 ? 0 : 1;
});
