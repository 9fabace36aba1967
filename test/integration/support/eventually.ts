const limitSeconds = 45;

/**
 * The first value that is not `undefined`, asked for again and again; fails with `what` when none comes. The wait
 * is generous, since a busy machine is no defect.
 */
export async function eventually<Value>(
  what: string,
  ask: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const until = Date.now() + limitSeconds * 1000;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error(`${what} did not come within ${limitSeconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
