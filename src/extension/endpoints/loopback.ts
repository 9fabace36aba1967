/**
 * Whether requests to that URL stay on this machine: `localhost`, 127.0.0.0/8 and `[::1]`. Names that merely contain
 * or resolve to one of them don't count, since somebody else may decide where they lead.
 */
export function isLoopback(url: string): boolean {
  // The same parser as fetch's, so that `0x7f.1` and the like mean here what they mean there.
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
