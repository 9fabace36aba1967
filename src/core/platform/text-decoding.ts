/** The text of UTF-8 bytes without a byte order mark, or `undefined` when they are no valid UTF-8. */
export type DecodeUtf8 = (bytes: Uint8Array) => string | undefined;
