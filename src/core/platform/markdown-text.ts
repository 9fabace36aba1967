/** Text of a source, a comment or an answer as markdown that shows it, on one line, and does nothing else. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$:@]/g, '\\$&').replace(/\s+/g, ' ');
}
