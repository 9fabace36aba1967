type SqliteModule = typeof import('node:sqlite');

/**
 * Node's own SQLite, or `undefined` where this Node has none or was told to do without. Nodes that still call it
 * experimental say so on standard error when it is loaded, which means nothing to a user; that one warning is held
 * back while it loads.
 */
export function loadSqlite(): SqliteModule | undefined {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } catch {
    // A Node that is too old to be asked for a module has no SQLite either.
    return undefined;
  } finally {
    process.emitWarning = warn;
  }
}
