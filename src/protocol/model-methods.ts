/**
 * Server to client: a request to a model. The answer is a `CompleteResult`; cancelling it ends the request to the
 * model at once.
 */
export const modelCompleteMethod = 'factprobe/model/complete';

/** Client to server: the next piece of a reply that streams. All of them come before the reply itself. */
export const modelPieceMethod = 'factprobe/model/piece';

/** Server to client: which model is in use, without its key. The answer is a `DescribeResult`. */
export const modelDescribeMethod = 'factprobe/model/describe';
