import type * as vscode from 'vscode';

/** The keys of endpoints, each bound to its base URL: no other URL ever gets it. */
export interface KeyRing {
  /** `undefined` when none is kept for that URL. */
  keyOf(baseUrl: string): Promise<string | undefined>;
  keep(baseUrl: string, key: string): Promise<void>;
  forget(baseUrl: string): Promise<void>;
  /** Base URLs that a key is kept for, oldest first. */
  urls(): readonly string[];
}

/** Where the URLs are noted, since a secret storage doesn't list what it holds. */
const noted = 'factprobe.endpoints.withKey';

export function createKeyRing(
  secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>,
  memory: Pick<vscode.Memento, 'get' | 'update'>,
): KeyRing {
  const slot = (baseUrl: string) => `factprobe.key ${baseUrl}`;
  const urls = () => memory.get<readonly string[]>(noted, []);
  const without = (baseUrl: string) => urls().filter((url) => url !== baseUrl);
  return {
    urls,
    async keyOf(baseUrl) {
      return secrets.get(slot(baseUrl));
    },
    async keep(baseUrl, key) {
      // Noted first: a key that is kept can then always be forgotten.
      await memory.update(noted, [...without(baseUrl), baseUrl]);
      await secrets.store(slot(baseUrl), key);
    },
    async forget(baseUrl) {
      await secrets.delete(slot(baseUrl));
      await memory.update(noted, without(baseUrl));
    },
  };
}
