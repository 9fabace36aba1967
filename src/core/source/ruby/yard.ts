import type { TagStyle } from '../reading/tagged-comment.ts';

/** YARD; a comment with a directive that documents something else is none of the code under it. */
export const yard: TagStyle = {
  format: 'yard',
  tag: /^\s*@(?<tag>!?[a-z_]+)(?![\w@])/,
  parameters: {
    names: new Set(['param']),
    // The type stands before the name or behind it.
    words: /^(?:\[(?<type>[^\n]*?)\]\s+)?[*&:]{0,2}(?<name>[a-z_]\w*)(?![\w.([]|::):?(?:[ \t]+\[[^\]\n]*\])?/,
  },
  returns: { names: new Set(['return', 'returns']), words: /^(?:\[(?<type>[^\n]*?)\](?=\s|$))?/ },
  raises: { names: new Set(['raise']), words: /^(?:\[(?<type>[\w:]+)[^\]]*\])?/ },
  foreign: new Set(['!method', '!attribute', '!macro', '!parse', '!group', '!endgroup']),
};
