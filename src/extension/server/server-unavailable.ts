/** The language server does not run, and the user was told so: who asked it something can stop quietly. */
export class ServerUnavailable extends Error {
  override readonly name = 'ServerUnavailable';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
