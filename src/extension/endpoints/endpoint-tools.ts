import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { ReportDocuments } from './report-documents.ts';
import type { SentRequests } from './sent-requests.ts';

/** What commands on endpoints work with. */
export interface EndpointTools {
  readonly context: Pick<vscode.ExtensionContext, 'globalState' | 'secrets'>;
  readonly reports: ReportDocuments;
  /** Every request of this window. */
  readonly sent: SentRequests;
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
  /** Factprobe's own version. */
  readonly version: string;
}
