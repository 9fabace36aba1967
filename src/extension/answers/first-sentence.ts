const longest = 240;

/** The first sentence of a text, on one line and cut where it is too long for the end of a line of code. */
export function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const sentence = line.split(/(?<=[.!?])\s+(?=[^a-z])|(?<=[。！？])/u)[0] ?? '';
  return sentence.length > longest ? `${sentence.slice(0, longest - 1)}…` : sentence;
}
