import type { TagStyle } from '../reading/tagged-comment.ts';

/** Anything in brackets, brackets in it up to three deep. */
const bracketed = [1, 2, 3].reduce(
  (inner) =>
    String.raw`(?:[^\s()<>{}[\]]|\s|\((?:${inner})*\)|<(?:${inner})*>|\{(?:${inner})*\}|\[(?:${inner})*\])`,
  String.raw`[^()<>{}[\]]`,
);
const word = String.raw`(?:[^\s$()<>{}[\]|&:]|::|\((?:${bracketed})*\)|<(?:${bracketed})*>|\{(?:${bracketed})*\}|\[(?:${bracketed})*\])+`;
const type = String.raw`(?:\$this|${word})(?:\s*[|&:]\s*(?:\$this|${word}))*`;

/** PHPDoc, types as PHPStan and Psalm write them too. */
export const phpdoc: TagStyle = {
  format: 'phpdoc',
  tag: /^\s*@(?:phpstan-|psalm-)?(?<tag>[A-Za-z][\w-]*)/,
  parameters: {
    names: new Set(['param']),
    words: new RegExp(
      String.raw`^(?:(?<type>${type})\s+)?&?\s*(?:\.\.\.)?\s*(?<name>\$[\p{L}_][\p{L}\p{N}_]*)`,
      'u',
    ),
  },
  returns: { names: new Set(['return', 'returns']), words: new RegExp(`^(?<type>${type})?`) },
  raises: { names: new Set(['throws', 'throw']), words: /^(?<type>[\w\\]+)/ },
  foreign: new Set(['file', 'package']),
};
