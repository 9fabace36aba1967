import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { ReportDocuments } from './report-documents.ts';

/** What commands on endpoints work with. */
export interface EndpointTools {
  readonly context: Pick<vscode.ExtensionContext, 'globalState' | 'secrets'>;
  readonly reports: ReportDocuments;
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
  /** Factprobe's own version. */
  readonly version: string;
}
