import type { FileSystem } from '../../platform/index.ts';

const sourceEndings = ['/__init__.py', '.py'];
const endings = ['/__init__.pyi', '/__init__.py', '.pyi', '.py'];

/**
 * The stub or source of a module whose path has no ending yet, packages before modules; `undefined` when there is
 * none. Stubs are passed over where only sources are wanted.
 */
export async function pythonFile(
  files: FileSystem,
  path: string,
  wanted: 'any' | 'sources' = 'any',
): Promise<string | undefined> {
  for (const ending of wanted === 'any' ? endings : sourceEndings) {
    if ((await files.stat(path + ending))?.kind === 'file') return path + ending;
  }
  return undefined;
}

/** The source that a stub declares: beside it, or in the package that a `-stubs` folder is for. */
export async function sourceBeside(files: FileSystem, stub: string): Promise<string | undefined> {
  if (!stub.endsWith('.pyi')) return undefined;
  const path = stub.slice(0, -1).replace(/\/([^/]+)-stubs\//, '/$1/');
  return (await files.stat(path))?.kind === 'file' ? path : undefined;
}

/** Modules that interpreters hold inside themselves, so that no file tells of them. */
const insideInterpreter = new Set(
  `array atexit audioop binascii builtins cmath errno faulthandler fcntl gc grp itertools marshal math mmap msvcrt
  nis nt posix pwd pyexpat readline resource select spwd sys syslog termios time unicodedata winreg zlib`.split(
    /\s+/,
  ),
);

/** Whether a module of that name is there as machine code alone. */
export async function isCompiled(files: FileSystem, root: string, name: string): Promise<boolean> {
  if (insideInterpreter.has(name) && (await files.stat(`${root}/os.py`)) !== undefined) return true;
  for (const folder of [root, `${root}/lib-dynload`]) {
    const entries = (await files.list(folder)) ?? [];
    if (entries.some((one) => one.name.startsWith(`${name}.`) && /\.(?:so|pyd)$/.test(one.name))) return true;
  }
  return false;
}
