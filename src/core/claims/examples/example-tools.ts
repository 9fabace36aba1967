import type { FileSystem, RunIsolated } from '../../platform/index.ts';

/** What running examples needs. */
export interface ExampleTools {
  readonly runIsolated: RunIsolated;
  readonly files: FileSystem;
  /** Runs ECMAScript: a program with the variables that it needs. */
  readonly node: { readonly program: string; readonly environment: Readonly<Record<string, string>> };
  /** The Python of the search path, where a file has no environment of its own. */
  readonly python: string;
  /** The script that runs the examples of a module, absolute. */
  readonly exampleScript: string;
  /** The Python script that runs doctests, absolute. */
  readonly doctestScript: string;
}
