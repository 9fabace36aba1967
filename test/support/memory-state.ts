/** What the editor keeps of an extension, in memory: its state, and its secrets. */
export function createMemoryState() {
  const values = new Map<string, unknown>();
  const secrets = new Map<string, string>();
  return {
    memory: {
      get: <Value>(key: string, otherwise?: Value) => (values.get(key) ?? otherwise) as Value,
      async update(key: string, value: unknown) {
        values.set(key, value);
      },
    },
    secrets: {
      get: async (key: string) => secrets.get(key),
      async store(key: string, value: string) {
        secrets.set(key, value);
      },
      async delete(key: string) {
        secrets.delete(key);
      },
    },
    /** All secrets as they are kept. */
    keptSecrets: (): readonly string[] => [...secrets.values()],
  };
}
