import type * as vscode from 'vscode';
import type { BenchmarkTools } from '../benchmark/benchmark-tools.ts';
import type { RegisterCommand } from './register-command.ts';

/** Resume Run: goes on with a run that isn't complete, as its file says it was set up. */
export function registerResumeRun(register: RegisterCommand, tools: BenchmarkTools): vscode.Disposable {
  return register('resumeRun', async (given) => {
    const { resumeRun } = await import('../models/model-work.ts');
    return resumeRun(tools, given);
  });
}
