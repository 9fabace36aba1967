import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { RunProgress } from '../../protocol/runs.ts';
import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { RunActivity } from './run-activity.ts';

/** What the commands on benchmark runs work with. */
export interface BenchmarkTools {
  readonly server: Pick<ServerConnection, 'request'>;
  readonly endpoints: EndpointTools;
  readonly activity: RunActivity;
  /** Hears how far the runs of the server are. */
  readonly onProgress: vscode.Event<RunProgress>;
  /** Shows a run in the status bar; without a text it is over. */
  readonly showStatus: (text: string | undefined) => void;
  /** Remembers which question files were chosen in this workspace. */
  readonly memory: Pick<vscode.Memento, 'get' | 'update'>;
  readonly render: Renderer;
}
