/** A line of the input; one above the limit comes without its text. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** `undefined` when it is longer than allowed. */
  readonly text: string | undefined;
}

/**
 * The lines of a stream of UTF-8 as they come in, without their line breaks. What is longer than so many characters is passed
 * over, so that memory stays bounded whatever comes in.
 */
export async function* inputLines(
  input: AsyncIterable<Uint8Array | string>,
  maximumLength: number,
): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let number = 0;
  let held = '';
  let isTooLong = false;
  const line = (text: string): InputLine => {
    number++;
    const whole = isTooLong || text.length > maximumLength ? undefined : text.replace(/\r$/, '');
    isTooLong = false;
    return { number, text: whole };
  };
  for await (const chunk of input) {
    const pieces = (
      held + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    ).split('\n');
    held = pieces.pop() ?? '';
    for (const piece of pieces) yield line(piece);
    if (held.length > maximumLength) {
      isTooLong = true;
      held = '';
    }
  }
  held += decoder.decode();
  if (held !== '' || isTooLong) yield line(held);
}
