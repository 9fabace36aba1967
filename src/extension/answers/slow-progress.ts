import * as vscode from 'vscode';

/** Milliseconds that work may take before its progress is shown; most answers come sooner. */
const patience = 400;

/**
 * Does work that can be cancelled; a notification with a button to cancel it comes only when it takes long. Whoever has
 * another way to cancel hands the source over, which is disposed at the end.
 */
export async function withSlowProgress<Result>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<Result>,
  source = new vscode.CancellationTokenSource(),
): Promise<Result> {
  const result = work(source.token);
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (_progress, token) => {
        token.onCancellationRequested(() => source.cancel());
        await result.catch(() => undefined);
      },
    );
  }, patience);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
