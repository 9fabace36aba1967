/** A server for agents that is started for a folder. */
export interface McpDefinition {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The folder that it serves, as the editor gave it. */
  readonly folder: number;
}

export interface McpDefinitionRequest {
  /** Names of the open folders. */
  readonly folders: readonly string[];
  /** The bundle of the command line. */
  readonly cli: string;
  /** The program that the extension host runs in; it runs scripts as Node does. */
  readonly program: string;
  readonly locale: string;
}

/** One server a folder, since a server's workspace is its working directory; a single one needs no further name. */
export function mcpDefinitions({
  folders,
  cli,
  program,
  locale,
}: McpDefinitionRequest): readonly McpDefinition[] {
  return folders.map((name, folder) => ({
    label: folders.length === 1 ? 'Factprobe' : `Factprobe (${name})`,
    command: program,
    args: [cli, 'mcp'],
    // In the desktop editor the program is the editor itself, which runs as plain Node only when it is told so.
    environment: { ELECTRON_RUN_AS_NODE: '1', FACTPROBE_LOCALE: locale },
    folder,
  }));
}
