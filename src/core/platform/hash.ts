/** Lower-case hexadecimal SHA-256 of a text (as UTF-8) or of bytes. */
export type Sha256 = (input: string | Uint8Array) => string;
