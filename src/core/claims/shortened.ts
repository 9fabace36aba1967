/** Code in one line of at most 80 characters, for a message; what is left out is marked. */
export function shortened(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}
