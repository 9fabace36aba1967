import { join, relative } from 'node:path';
import * as z from 'zod';
import { output, type Peer } from './peer.ts';

const ruffSchema = z.array(
  z.object({
    filename: z.string(),
    code: z.string().nullable(),
    message: z.string(),
    location: z.object({ row: z.number() }),
  }),
);

/** Ruff's rules for docstrings, those in preview among them; `D417` and the missing sections are about what is not there. */
export function ruff(pip: string): Peer {
  return {
    name: 'ruff DOC, D417',
    language: 'python',
    alarms({ folder, files, style }) {
      const convention = `lint.pydocstyle.convention="${style === 'numpy' ? 'numpy' : 'google'}"`;
      const rules = ['--isolated', '--preview', '--select', 'DOC,D417', '--no-cache', '--config', convention];
      const words = ['check', ...rules, '--output-format', 'json', ...files];
      const told = ruffSchema.parse(JSON.parse(output(join(pip, 'bin/ruff'), words, { folder })));
      return told.map(({ filename, code, message, location }) => ({
        file: relative(folder, filename),
        line: location.row - 1,
        rule: code ?? '',
        text: message,
        isAboutTruth: /^DOC(?:102|202|403|502)$/.test(code ?? ''),
      }));
    },
  };
}

const pylintSchema = z.array(
  z.object({ path: z.string(), line: z.number(), symbol: z.string(), message: z.string() }),
);

/** Pylint's docparams extension with everything that it checks. */
export function pylint(pip: string): Peer {
  const truth = [
    'differing-param-doc',
    'differing-type-doc',
    'redundant-returns-doc',
    'redundant-yields-doc',
    'useless-param-doc',
    'useless-type-doc',
  ];
  return {
    name: 'pylint docparams',
    language: 'python',
    alarms({ folder, files, style }) {
      const words = ['-m', 'pylint', '--load-plugins=pylint.extensions.docparams', '--disable=all'];
      const rules = [`--enable=${truth.join(',')}`, `--default-docstring-type=${style}`, '--score=no'];
      const rest = ['--output-format=json', '--jobs=2', '--persistent=no', '--rcfile=/dev/null', ...files];
      const codes = Array.from({ length: 32 }, (_, code) => code);
      const environment = { PYTHONPATH: pip };
      const told = output('python3', [...words, ...rules, ...rest], { folder, codes, environment });
      return pylintSchema.parse(JSON.parse(told)).map(({ path, line, symbol, message }) => ({
        file: path,
        line: line - 1,
        rule: symbol,
        text: message,
        isAboutTruth: truth.includes(symbol),
      }));
    },
  };
}

/**
 * pydoclint with everything that it checks. Types in comments are compared with annotations where there are some: numpydoc
 * of older packages has types that the signature has not, and it would report each of these functions. It compares
 * defaults in the types of numpydoc and Google's style alone. An argument that is only missing is no contradiction.
 */
export function pydoclint(pip: string): Peer {
  return {
    name: 'pydoclint',
    language: 'python',
    alarms({ folder, files, style }) {
      const script = 'import sys; from pydoclint.main import main; sys.argv[0] = "pydoclint"; main()';
      const hints = `--arg-type-hints-in-signature=${style === 'numpy' ? 'False' : 'True'}`;
      const defaults = `--check-arg-defaults=${style === 'sphinx' ? 'False' : 'True'}`;
      const words = ['-c', script, `--style=${style}`, '--quiet', hints, defaults, ...files];
      const told = bothOutputs(words, folder, { PYTHONPATH: pip });
      let file = '';
      return told.split('\n').flatMap((line) => {
        const found = /^\s+(\d+): (DOC\d+): (.*)$/.exec(line);
        if (found === null) {
          if (/^\S.*\.py$/.test(line)) file = line.replace(/^\.\//, '');
          return [];
        }
        const [, row = '1', rule = '', text = ''] = found;
        const isOnlyMissing = rule === 'DOC103' && !text.includes('Arguments in the docstring but not');
        const isAboutTruth = /^DOC(?:102|103|104|105|202|203|403|404|502|503)$/.test(rule) && !isOnlyMissing;
        return [{ file, line: Number(row) - 1, rule, text, isAboutTruth }];
      });
    },
  };
}

/** It writes its findings to either stream, by version. */
function bothOutputs(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
): string {
  const told = output('bash', ['-c', 'python3 "$@" 2>&1', 'python3', ...words], { folder, environment });
  // It ends with 1 both when it found something and when it broke off.
  if (told.includes('Traceback (most recent call last)')) throw new Error(told.slice(-2000));
  return told;
}
