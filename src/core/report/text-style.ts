import type { ReportOptions } from './check-report.ts';

/** How words stand out on a terminal; plain text passes them through. */
export interface TextStyle {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly contradicted: (text: string) => string;
  readonly supported: (text: string) => string;
}

/** No decoration at all. */
export const plainStyle: TextStyle = {
  strong: (text) => text,
  faint: (text) => text,
  contradicted: (text) => text,
  supported: (text) => text,
};

/** What a report for a terminal needs beside. */
export interface TextOptions extends ReportOptions {
  readonly style: TextStyle;
  /** One line of a file by its absolute path, without its line break; `undefined` when it can't be read. */
  readonly lineOf: (path: string, line: number) => string | undefined;
}
