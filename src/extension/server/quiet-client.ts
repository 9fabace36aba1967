import { LanguageClient } from 'vscode-languageclient/node';

/** A client that logs its own troubles and leaves telling them, in the reader's language, to the extension. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}
