import * as vscode from 'vscode';

/** Milliseconds that work may take before its progress is shown; most answers come sooner. */
const patience = 400;

/** Does work that can be cancelled; a notification with a button to cancel it comes only when it takes long. */
export async function withSlowProgress<Result>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result> {
  const source = new vscode.CancellationTokenSource();
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
