import type * as vscode from 'vscode';
import type { BenchmarkTools } from '../benchmark/benchmark-tools.ts';
import type { RegisterCommand } from './register-command.ts';

/** Run Benchmark…: asks the model in use short factual questions, and keeps replies and grades in a run file. */
export function registerRunBenchmark(register: RegisterCommand, tools: BenchmarkTools): vscode.Disposable {
  return register('runBenchmark', async (given) => {
    // Loaded with its first use: the model's client would slow down every activation.
    const { runBenchmark } = await import('../models/model-work.ts');
    return runBenchmark(tools, given);
  });
}
