/** An expected failure: one sentence that names the remedy, shown without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** Runs a script's main function; an expected failure ends it with its sentence, any other with its stack. */
export async function runScript(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exit(2);
  }
}
