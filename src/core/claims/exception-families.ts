import type { LanguageFamily } from '../source/index.ts';

/** The exceptions of each language with the one that each is derived from, as data; a language without is not asked. */
const families: Readonly<Partial<Record<LanguageFamily, Readonly<Record<string, string>>>>> = {
  python: {
    Exception: 'BaseException',
    SystemExit: 'BaseException',
    KeyboardInterrupt: 'BaseException',
    GeneratorExit: 'BaseException',
    BaseExceptionGroup: 'BaseException',
    ExceptionGroup: 'Exception',
    ArithmeticError: 'Exception',
    FloatingPointError: 'ArithmeticError',
    OverflowError: 'ArithmeticError',
    ZeroDivisionError: 'ArithmeticError',
    AssertionError: 'Exception',
    AttributeError: 'Exception',
    BufferError: 'Exception',
    EOFError: 'Exception',
    ImportError: 'Exception',
    ModuleNotFoundError: 'ImportError',
    LookupError: 'Exception',
    IndexError: 'LookupError',
    KeyError: 'LookupError',
    MemoryError: 'Exception',
    NameError: 'Exception',
    UnboundLocalError: 'NameError',
    OSError: 'Exception',
    IOError: 'OSError',
    EnvironmentError: 'OSError',
    BlockingIOError: 'OSError',
    ChildProcessError: 'OSError',
    ConnectionError: 'OSError',
    BrokenPipeError: 'ConnectionError',
    ConnectionAbortedError: 'ConnectionError',
    ConnectionRefusedError: 'ConnectionError',
    ConnectionResetError: 'ConnectionError',
    FileExistsError: 'OSError',
    FileNotFoundError: 'OSError',
    InterruptedError: 'OSError',
    IsADirectoryError: 'OSError',
    NotADirectoryError: 'OSError',
    PermissionError: 'OSError',
    ProcessLookupError: 'OSError',
    TimeoutError: 'OSError',
    ReferenceError: 'Exception',
    RuntimeError: 'Exception',
    NotImplementedError: 'RuntimeError',
    RecursionError: 'RuntimeError',
    StopIteration: 'Exception',
    StopAsyncIteration: 'Exception',
    SyntaxError: 'Exception',
    IndentationError: 'SyntaxError',
    TabError: 'IndentationError',
    SystemError: 'Exception',
    TypeError: 'Exception',
    ValueError: 'Exception',
    UnicodeError: 'ValueError',
    UnicodeDecodeError: 'UnicodeError',
    UnicodeEncodeError: 'UnicodeError',
    UnicodeTranslateError: 'UnicodeError',
    Warning: 'Exception',
    DeprecationWarning: 'Warning',
    PendingDeprecationWarning: 'Warning',
    RuntimeWarning: 'Warning',
    SyntaxWarning: 'Warning',
    UserWarning: 'Warning',
    FutureWarning: 'Warning',
    ImportWarning: 'Warning',
    UnicodeWarning: 'Warning',
    BytesWarning: 'Warning',
    ResourceWarning: 'Warning',
    EncodingWarning: 'Warning',
  },
  ecmascript: {
    EvalError: 'Error',
    RangeError: 'Error',
    ReferenceError: 'Error',
    SyntaxError: 'Error',
    TypeError: 'Error',
    URIError: 'Error',
    AggregateError: 'Error',
    DOMException: 'Error',
    AssertionError: 'Error',
  },
};

/** Names that mean one class. */
const aliases: Readonly<Record<string, string>> = { IOError: 'OSError', EnvironmentError: 'OSError' };

/** The language's own exceptions, or `undefined` where they aren't known. */
export function builtInExceptions(family: LanguageFamily): ReadonlySet<string> | undefined {
  const table = families[family];
  return table === undefined ? undefined : new Set(Object.entries(table).flat());
}

/**
 * Whether raising the one class supports what a comment says of the other: they are the same, or one is derived from
 * the other, by the file's classes and the language's own.
 */
export function isRelated(
  raised: string,
  documented: string,
  {
    family,
    bases,
  }: { readonly family: LanguageFamily; readonly bases: ReadonlyMap<string, readonly string[]> },
): boolean {
  const table = families[family] ?? {};
  const above = (name: string): readonly string[] =>
    bases.get(name) ?? (Object.hasOwn(table, name) ? [table[name] ?? ''] : []);
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const waiting = [plain(from)];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (name === plain(to)) return true;
      if (!seen.has(name)) waiting.push(...above(name).map(plain));
      seen.add(name);
    }
    return false;
  };
  return reaches(raised, documented) || reaches(documented, raised);
}

function plain(name: string): string {
  return aliases[name] ?? name;
}
