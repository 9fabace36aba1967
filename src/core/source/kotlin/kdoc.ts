import { inBackticks } from '../java/javadoc.ts';
import type { TagStyle } from '../reading/tagged-comment.ts';

/** KDoc: the tags of Javadoc, names in brackets too. */
export const kdoc: TagStyle = {
  format: 'kdoc',
  tag: /^\s*@(?<tag>[A-Za-z]+)(?![\w@.])/,
  parameters: {
    names: new Set(['param']),
    words: /^\[?(?<name>[\p{L}_][\p{L}\p{N}_]*)\]?(?![\p{L}\p{N}_.<(])/u,
  },
  returns: { names: new Set(['return', 'returns']), words: /^/ },
  raises: { names: new Set(['throws', 'exception']), words: /^\[?(?<type>[\p{L}_][\p{L}\p{N}_.]*)\]?/u },
  plain: inBackticks,
};
