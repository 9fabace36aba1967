import { inBackticks } from '../java/javadoc.ts';
import type { TagStyle } from '../reading/tagged-comment.ts';

/** Doxygen: tags with `@` or a backslash. */
export const doxygen: TagStyle = {
  format: 'doxygen',
  tag: /^\s*[@\\](?<tag>[A-Za-z]+)(?![\w{])/,
  parameters: {
    names: new Set(['param']),
    // `@param None` and `@param void` say that there is none.
    words:
      /^(?:\[[^\]\n]*\]\s*)?[*&]*(?!(?:none|void|nothing|null|n\/a)\b)(?<name>[A-Za-z_]\w*(?:,[A-Za-z_]\w*)*)(?![\w(<]|\.\w|->|::|\.\.\.)/i,
  },
  returns: { names: new Set(['return', 'returns', 'result']), words: /^/ },
  raises: { names: new Set(['throw', 'throws', 'exception']), words: /^(?<type>[\w:]+)/ },
  foreign: new Set([
    ...['file', 'fn', 'def', 'defgroup', 'addtogroup', 'name', 'struct', 'union', 'enum', 'var', 'typedef'],
    ...['class', 'mainpage', 'page', 'namespace', 'package', 'interface', 'property', 'example', 'dir'],
  ]),
  plain: (line) => inBackticks(line),
};
