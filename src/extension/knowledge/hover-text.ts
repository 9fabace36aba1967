/** Characters of one text that are kept: a signature and a few lines about it. */
const longest = 400;

/**
 * What a hover's markdown says as plain text on a few lines: without fences, rules, links' targets and marks of emphasis.
 * Empty when nothing is left.
 */
export function hoverText(markdown: string): string {
  const plain = markdown
    .replace(/^\s*(?:```|~~~).*$/gm, '')
    .replace(/^\s*(?:---+|\*\*\*+|___+)\s*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/&nbsp;/g, ' ');
  const lines = plain
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const text = lines.join(' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
