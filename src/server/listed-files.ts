import type { CheckScope } from '../protocol/check-scope.ts';

/** Checks files of a scope and publishes what comes of it. */
export type CheckListed = (files: readonly string[], scope: CheckScope) => Promise<void>;

/**
 * The files that a check of the workspace listed: as long as they aren't open, what is listed of them follows the disk and
 * the settings.
 */
export class ListedFiles {
  readonly #check: CheckListed;
  readonly #known = new Map<string, CheckScope>();
  readonly #waiting = new Set<string>();
  #isChecking = false;

  constructor(check: CheckListed) {
    this.#check = check;
  }

  /** Keeps a file, with the scope that it was checked for. */
  add(path: string, { scope, changedAgainst }: CheckScope): void {
    this.#known.set(path, { scope, changedAgainst });
  }

  /** Takes what happened to a file or a folder on the disk, its end included; nothing where nothing is listed there. */
  changed(path: string): void {
    if (this.#known.has(path)) this.#waiting.add(path);
    // Of a folder that goes, editors name the folder alone.
    else for (const one of this.#known.keys()) if (one.startsWith(`${path}/`)) this.#waiting.add(one);
    void this.#checkWaiting();
  }

  /** Checks every one again, for settings that changed. */
  changedAll(): void {
    for (const path of this.#known.keys()) this.#waiting.add(path);
    void this.#checkWaiting();
  }

  async #checkWaiting(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    try {
      while (this.#waiting.size > 0) {
        const paths = [...this.#waiting];
        this.#waiting.clear();
        for (const [scope, files] of this.#byScope(paths)) await this.#check(files, scope);
      }
    } finally {
      this.#isChecking = false;
    }
  }

  #byScope(paths: readonly string[]): Iterable<readonly [CheckScope, readonly string[]]> {
    const groups = new Map<string, readonly [CheckScope, string[]]>();
    for (const path of paths) {
      const scope = this.#known.get(path);
      if (scope === undefined) continue;
      const key = JSON.stringify(scope);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [scope, [path]]);
      else group[1].push(path);
    }
    return groups.values();
  }
}
