import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';

/**
 * Runs inside an extension host: how long the extension takes from being asked to being active, in milliseconds, and how many of them
 * the host's processor was at work.
 */
export async function run(): Promise<void> {
  const { FACTPROBE_TEST_REPORT: report } = process.env;
  const extension = vscode.extensions.getExtension('factprobe.factprobe');
  if (extension === undefined || report === undefined) throw new Error('there is nothing to measure');
  if (extension.isActive) throw new Error('the extension is active before anything needs it');
  const began = performance.now();
  const before = process.cpuUsage();
  await extension.activate();
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  appendFileSync(report, `${milliseconds} ${(user + system) / 1000}\n`);
}
