import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Boot } from './boot.ts';

const id = 'factprobe.factprobe';
const milliseconds = 60_000;

/** Runs inside an extension host and reports one `Boot` as JSON. */
export async function run(): Promise<void> {
  const { FACTPROBE_TEST_REPORT: report } = process.env;
  const extension = vscode.extensions.getExtension(id);
  if (extension === undefined || report === undefined) throw new Error('there is nothing to measure');
  if (extension.isActive) throw new Error('the extension is active before anything needs it');
  const began = performance.now();
  const before = process.cpuUsage();
  await extension.activate();
  const active = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  await vscode.commands.executeCommand('factprobe.clearFilter');
  const command = performance.now() - began;
  const verdicts = await untilVerdicts('src/upload.ts');
  const boot: Boot = {
    ...(await startupPerformance()),
    active,
    processor: (user + system) / 1000,
    command,
    verdicts,
  };
  appendFileSync(report, `${JSON.stringify(boot)}\n`);
}

/** Opens a file of the sample; how long it takes until its false claims are shown. */
async function untilVerdicts(path: string): Promise<number> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the sample is not open');
  const file = vscode.Uri.joinPath(folder.uri, path);
  const began = performance.now();
  const shown = until('verdicts', vscode.languages.onDidChangeDiagnostics, () =>
    vscode.languages.getDiagnostics(file).find(({ source }) => source === 'factprobe'),
  );
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  await shown;
  return performance.now() - began;
}

/** The extension's line in the editor's own report on its start. */
async function startupPerformance(): Promise<Pick<Boot, 'loadCode' | 'callActivate' | 'finishActivate'>> {
  const line = until('line of the report on the start', vscode.workspace.onDidChangeTextDocument, () =>
    vscode.workspace.textDocuments
      .find(({ uri }) => uri.scheme === 'perf')
      ?.getText()
      .split('\n')
      .find((one) => one.startsWith(`| ${id} `)),
  );
  await vscode.commands.executeCommand('perfview.show');
  const [loadCode = Number.NaN, callActivate = Number.NaN, finishActivate = Number.NaN] = (await line)
    .split('|')
    .slice(3, 6)
    .map(Number);
  return { loadCode, callActivate, finishActivate };
}

/** Waits until something is found; it is looked for after each event. */
function until<Found>(
  what: string,
  event: vscode.Event<unknown>,
  find: () => Found | undefined,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = find();
      if (found === undefined) return;
      clearTimeout(late);
      listener.dispose();
      resolve(found);
    };
    const listener = event(look);
    const late = setTimeout(() => {
      listener.dispose();
      reject(new Error(`there are no ${what} within ${milliseconds} ms`));
    }, milliseconds);
    look();
  });
}
