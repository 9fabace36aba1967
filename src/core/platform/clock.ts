/** Milliseconds of a clock that never goes back; only differences mean something. */
export type Clock = () => number;
