import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { output, type Peer } from './peer.ts';

/** The rules of eslint-plugin-jsdoc that hold a comment against its code, each at its strictest. */
const rules = {
  'jsdoc/check-param-names': ['error', { checkDestructured: true, checkRestProperty: true }],
  'jsdoc/check-property-names': 'error',
  'jsdoc/check-template-names': 'error',
  'jsdoc/no-undefined-types': 'error',
  'jsdoc/require-returns-check': [
    'error',
    { exemptAsync: false, exemptGenerators: false, reportMissingReturnForUndefinedTypes: true },
  ],
  'jsdoc/require-yields-check': ['error', { checkGeneratorsOnly: false }],
  'jsdoc/implements-on-classes': 'error',
  'jsdoc/valid-types': 'error',
};

const resultSchema = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(
      z.object({ ruleId: z.string().nullable(), line: z.number().optional(), message: z.string() }),
    ),
  }),
);

/** ESLint with the plugin alone, on the parser that it comes with. */
export function eslintJsdoc(npm: string): Peer {
  const plugin = createRequire(join(npm, 'peers.cjs')).resolve('eslint-plugin-jsdoc');
  const bin = join(npm, 'node_modules/eslint/bin/eslint.js');
  return {
    name: 'eslint-plugin-jsdoc',
    language: 'ecmascript',
    alarms({ folder, files }) {
      const sources = files.filter((file) => /\.[cm]?jsx?$/.test(file));
      if (sources.length === 0) return [];
      const isModule = (file: string) =>
        /^\s*(?:import\b(?!\s*\()|export\b)/m.test(readFileSync(join(folder, file), 'utf8'));
      const of = (sourceType: string, own: readonly string[]) => ({
        files: own.length === 0 ? ['none'] : own.map((file) => file.replace(/[[\]{}()*?!]/g, '\\$&')),
        languageOptions: { sourceType, ecmaVersion: 'latest' },
        rules,
      });
      const blocks = [
        of('module', sources.filter(isModule)),
        of(
          'commonjs',
          sources.filter((file) => !isModule(file)),
        ),
      ];
      const config = join(folder, 'peers-eslint-config.mjs');
      writeFileSync(
        config,
        `import jsdoc from ${JSON.stringify(plugin)};\nexport default ${JSON.stringify(blocks)}.map((block) => ({ ...block, plugins: { jsdoc } }));\n`,
      );
      const words = [bin, '--config', config, '--no-inline-config', '--format', 'json', ...sources];
      const results = resultSchema.parse(JSON.parse(output(process.execPath, words, { folder })));
      return results.flatMap(({ filePath, messages }) =>
        messages
          .filter(({ ruleId }) => ruleId !== null)
          .map(({ ruleId, line = 1, message }) => ({
            file: relative(folder, filePath),
            line: line - 1,
            rule: ruleId ?? '',
            text: message,
            isAboutTruth: true,
          })),
      );
    },
  };
}
