import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Renderer } from '../node/catalogue.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { CheckedDocuments } from './checked-documents.ts';
import type { ClientKnowledge } from './client-knowledge.ts';
import type { ClientModels } from './client-models.ts';
import type { DocumentLines } from './document-lines.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { ListedFiles } from './listed-files.ts';
import type { Projects } from './projects.ts';
import type { Remedies } from './remedies.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** What every feature of the server is given; one object for the life of a connection. */
export interface ServerContext {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly checked: CheckedDocuments;
  readonly remedies: Remedies;
  /** Files that aren't open and have findings listed. */
  readonly listed: ListedFiles;
  readonly projects: Projects;
  readonly lines: DocumentLines;
  readonly pool: WorkerPool;
  /** Renders in the client's language. */
  readonly render: Renderer;
  /** Whether hovers may carry command links. */
  readonly commandLinks: boolean;
  /** Whether the client hears when a check begins and ends. */
  readonly checkStates: boolean;
  /** Whether the client hears every finding, for lists of them. */
  readonly listsFindings: boolean;
  readonly settings: DocumentSettings;
  readonly folders: WorkspaceFolders;
  /** The user's models, which the client asks. */
  readonly models: ClientModels;
  /** What the editor's own language support knows. */
  readonly knowledge: ClientKnowledge;
}
