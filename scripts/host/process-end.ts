const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const pending = new Set<() => void>();

/** Does something, at once and not waiting, should this process end first; gives a function that takes it back. */
export function atProcessEnd(clean: () => void): () => void {
  listen();
  pending.add(clean);
  return () => void pending.delete(clean);
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.once('exit', () => {
    for (const clean of pending) clean();
  });
  // Without a listener a signal would end the process before it cleans up.
  for (const [signal, number] of Object.entries(signals)) {
    process.once(signal, () => process.exit(128 + number));
  }
}
