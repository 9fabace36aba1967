import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { output, type Peer } from './peer.ts';

const compiler = createRequire(import.meta.url).resolve('typescript-6/lib/tsc.js');

/**
 * TypeScript on JavaScript. It says much about the code: an error counts as one about a comment when it is one of those for
 * JSDoc (8000 to 8999), or when it stands in a comment.
 */
export const tsc: Peer = {
  name: 'tsc checkJs',
  language: 'ecmascript',
  alarms({ folder, files }) {
    const project = join(folder, 'peers-tsconfig.json');
    const compilerOptions = {
      noEmit: true,
      allowJs: true,
      checkJs: true,
      strict: true,
      skipLibCheck: true,
      target: 'esnext',
      module: 'nodenext',
      maxNodeModuleJsDepth: 0,
      types: [],
    };
    writeFileSync(project, JSON.stringify({ compilerOptions, files }));
    const words = [compiler, '--project', project, '--pretty', 'false'];
    const told = output(process.execPath, words, { folder, codes: [0, 1, 2] });
    if (/^error TS/m.test(told)) throw new Error(`tsc refused its settings: ${told.slice(0, 500)}`);
    const lines = new Map<string, readonly string[]>();
    const linesOf = (file: string) => {
      const known = lines.get(file) ?? readFileSync(join(folder, file), 'utf8').split('\n');
      lines.set(file, known);
      return known;
    };
    return [...told.matchAll(/^(\S.*?)\((\d+),\d+\): error TS(\d+): (.*)$/gm)].map(
      ([, file = '', line = '1', code = '', text = '']) => {
        const isInComment = /^\s*(?:\/\*|\*|\/\/)/.test(linesOf(file)[Number(line) - 1] ?? '');
        const isAboutTruth = /^8\d{3}$/.test(code) || isInComment;
        return { file, line: Number(line) - 1, rule: `TS${code}`, text, isAboutTruth };
      },
    );
  },
};
