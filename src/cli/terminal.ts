import { styleText } from 'node:util';
import { plainStyle, type TextStyle } from '../core/report/index.ts';
import { createRenderer, localeOfEnvironment, type Renderer } from '../node/catalogue.ts';

/** What a command writes to: results on one stream, progress and logs on the other. */
export interface Terminal {
  readonly render: Renderer;
  readonly style: TextStyle;
  /** Writes a result to standard output; resolves when it is handed over. */
  print(text: string): Promise<void>;
  /** Writes one line to standard error. */
  tell(text: string): void;
  /** Columns of a line of progress. */
  readonly columns: number;
  /** Shows how far the work is, on a terminal only; an empty text clears it. */
  progress(text: string): void;
}

const colours: TextStyle = {
  strong: (text) => styleText('bold', text),
  faint: (text) => styleText('dim', text),
  contradicted: (text) => styleText(['bold', 'red'], text),
  supported: (text) => styleText('green', text),
};

/** The process's own streams, in the language of its environment. Colours only where a person reads. */
export function createTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const coloured = env.FORCE_COLOR !== undefined || (stdout.isTTY && env.NO_COLOR === undefined);
  const clear = () => stderr.isTTY && stderr.write('\r\u001b[K');
  return {
    render: createRenderer(localeOfEnvironment(env)),
    style: coloured ? colours : plainStyle,
    print: (text) =>
      new Promise((resolve, reject) => {
        clear();
        stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    get columns() {
      return Math.max(20, stderr.columns ?? 80);
    },
    tell(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1)));
    },
  };
}
