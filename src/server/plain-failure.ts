import { ResponseError } from 'vscode-languageserver/node';
import { FactprobeError } from '../core/platform/index.ts';
import type { Renderer } from '../node/catalogue.ts';
import { plainFailureCode } from '../protocol/plain-failure.ts';

/** Does what a request asks for; an expected failure reaches the client as its sentence, any other with its stack. */
export async function withPlainFailure<Result>(
  render: Renderer,
  work: () => Promise<Result>,
): Promise<Result | ResponseError<void>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FactprobeError) return new ResponseError(plainFailureCode, render(error.text));
    throw error;
  }
}
