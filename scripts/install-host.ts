import { execFileSync } from 'node:child_process';
import { findChromium } from './host/chromium.ts';
import { installCodeServer } from './host/install-code-server.ts';
import { runScript } from './host/plain-error.ts';

// Puts what the tests in a real editor need where they find it: code-server in the tools folder. Says which
// Chromium is taken, since that comes from the system.
await runScript(async () => {
  const { node, entry } = await installCodeServer();
  const version = execFileSync(node, [entry, '--config', '/dev/null', '--version'], { encoding: 'utf8' });
  console.log(`code-server ${version.trim()}`);
  console.log(`chromium    ${await findChromium()}`);
  return 0;
});
