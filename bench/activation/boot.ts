/** What one boot of an editor was measured to take, in milliseconds. */
export interface Boot {
  /** What the editor itself notes of the extension, as “Developer: Startup Performance” shows it. */
  readonly loadCode: number;
  readonly callActivate: number;
  readonly finishActivate: number;
  /** From asking for the extension until it is active, the editor's own part included. */
  readonly active: number;
  /** Of that time, how long the processor was at work in the extension host, for whatever is in it. */
  readonly processor: number;
  /** From asking for the extension until a command of it has run: by then everything but the server is there. */
  readonly command: number;
  /** From opening a file after that until its false claims are shown: the server's start included. */
  readonly verdicts: number;
}
