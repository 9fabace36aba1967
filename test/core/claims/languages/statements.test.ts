import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../../src/core/source/index.ts';
import { expectContradicted, findingsOf, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('constant', 'comparison');

const amounts: readonly (readonly [LanguageId, string, string])[] = [
  ['java', 'class A {\n  void f() {\n    int timeout = 10_000; // ⟦5 seconds⟧\n  }\n}\n', '10_000'],
  [
    'java',
    'class A {\n  void f() {\n    // Retry ⟦3 times⟧.\n    for (int i = 0; i < 5; i++) { go(); }\n  }\n}\n',
    '5',
  ],
  [
    'java',
    'class A {\n  void f() throws Exception {\n    Thread.sleep(500); // wait ⟦1 second⟧\n  }\n}\n',
    '500',
  ],
  ['csharp', 'class A {\n  void F() {\n    // Retries ⟦3 times⟧.\n    var retries = 5;\n  }\n}\n', '5'],
  ['csharp', 'class A {\n  private const int TimeoutMs = 30000; // ⟦10 seconds⟧\n}\n', '30000'],
  ['php', '<?php\nfunction f() {\n    $timeout = 30; // ⟦20 seconds⟧\n}\n', '30'],
  ['php', '<?php\nfunction f() {\n    # Retries ⟦3 times⟧.\n    $retries = 5;\n}\n', '5'],
  ['go', 'package a\n\nfunc f() {\n\ttimeout := 30 // ⟦20 seconds⟧\n}\n', '30'],
  [
    'go',
    'package a\n\nfunc f() {\n\t// Tries ⟦three times⟧.\n\tfor i := 0; i < 5; i++ {\n\t\tgo2()\n\t}\n}\n',
    '5',
  ],
  ['rust', 'fn f() {\n    let max_retries = 5; // ⟦3 retries⟧\n}\n', '5'],
  ['rust', 'fn f() {\n    // Waits ⟦2 seconds⟧.\n    let timeout = Duration::from_millis(500);\n}\n', '500'],
  ['c', 'void f(void) {\n  int timeout_ms = 500; /* ⟦2 seconds⟧ */\n}\n', '500'],
  ['c', 'void f(void) {\n  sleep(5); // ⟦10 seconds⟧\n}\n', '5'],
  ['cpp', 'void f() {\n  // Retry ⟦3 times⟧.\n  for (int i = 0; i < 5; ++i) { go(); }\n}\n', '5'],
  ['cpp', 'class A {\n  // Retries ⟦3 times⟧.\n  int retries = 5;\n};\n', '5'],
  ['kotlin', 'fun f() {\n    val timeoutMs = 500 // ⟦2 seconds⟧\n}\n', '500'],
  ['kotlin', 'fun f() {\n    delay(500) // ⟦2 seconds⟧\n}\n', '500'],
  ['ruby', 'def f\n  timeout = 30 # ⟦20 seconds⟧\nend\n', '30'],
  ['ruby', 'def f\n  # Waits ⟦20 seconds⟧.\n  sleep(5)\nend\n', '5'],
  ['shellscript', 'f() {\n  sleep 5 # ⟦10 seconds⟧\n}\n', '5'],
  ['shellscript', 'f() {\n  # Retry ⟦3 times⟧.\n  retries=5\n}\n', '5'],
];

const edges: readonly (readonly [LanguageId, string, string])[] = [
  [
    'java',
    'class A {\n  void f(int n) {\n    // Skip when n is ⟦at least 10⟧.\n    if (n > 10) { return; }\n  }\n}\n',
    'n > 10',
  ],
  [
    'csharp',
    'class A {\n  void F(int n) {\n    // Skip when n is ⟦at least 10⟧.\n    if (n > 10) { return; }\n  }\n}\n',
    'n > 10',
  ],
  [
    'php',
    '<?php\nfunction f($n) {\n    // Skip when n is ⟦at least 10⟧.\n    if ($n > 10) { return; }\n}\n',
    '$n > 10',
  ],
  [
    'go',
    'package a\n\nfunc f(n int) {\n\t// Skip when n is ⟦at least 10⟧.\n\tif n > 10 {\n\t\treturn\n\t}\n}\n',
    'n > 10',
  ],
  [
    'rust',
    'fn f(n: u32) {\n    // Skip when n is ⟦at least 10⟧.\n    if n > 10 {\n        return;\n    }\n}\n',
    'n > 10',
  ],
  ['c', 'void f(int n) {\n  /* Skip when n is ⟦at least 10⟧. */\n  if (n > 10) return;\n}\n', 'n > 10'],
  [
    'kotlin',
    'fun f(n: Int) {\n    // Skip when n is ⟦at least 10⟧.\n    if (n > 10) { return }\n}\n',
    'n > 10',
  ],
  ['ruby', 'def f(n)\n  # Skip when n is ⟦at least 10⟧.\n  if n > 10\n    return\n  end\nend\n', 'n > 10'],
];

const traps: readonly (readonly [string, LanguageId, string])[] = [
  ['a unit in the call', 'go', 'package a\n\nfunc f() {\n\ttimeout := 2 * time.Minute // 120 seconds\n}\n'],
  [
    'a unit in the function',
    'rust',
    'fn f() {\n    let timeout = Duration::from_millis(1500); // 1.5 seconds\n}\n',
  ],
  ['a row of a table', 'c', 'static const int sizes[] = {\n  3, /* 2 bytes */\n  5, /* 4 bytes */\n};\n'],
  ['a member of an enum', 'c', 'enum op {\n  LOAD = 3, /* 2 bytes */\n};\n'],
  ['a member of an enum', 'java', 'enum Op {\n  LOAD(3); // 2 bytes\n  Op(int n) {}\n}\n'],
  ['a case', 'go', 'package a\n\nfunc f(n int) {\n\tswitch n {\n\tcase 3: // 2 bytes\n\t\tgo2()\n\t}\n}\n'],
  ['an index', 'java', 'class A {\n  void f(int[] a) {\n    int timeout = a[3]; // 5 seconds\n  }\n}\n'],
  ['what comes of it', 'go', 'package a\n\nfunc f() {\n\tconst depth = 22 // 64 MB\n}\n'],
  ['what it works on', 'go', 'package a\n\nconst (\n\topDeref = 0x94 /* 1-byte size of data */\n)\n'],
  ['documentation', 'rust', 'fn f() {\n    /// Waits 20 seconds.\n    let timeout = 5;\n}\n'],
  ['a shift', 'cpp', 'void f() {\n  size_t size = 1 << 16; // 64 KiB\n}\n'],
];

describe('comments of statements, in the languages beyond JavaScript and Python', () => {
  it.each(amounts)('an amount that %s has otherwise', async (languageId, marked, actual) => {
    const claim = /⟦(.*)⟧/.exec(marked)?.[1];
    await expectContradicted(languageId, marked, `The code has ${actual}, which is not ${claim}.`);
  });

  it.each(edges)('a wrong edge in %s', async (languageId, marked, actual) => {
    const findings = await findingsOf(languageId, marked.replaceAll(/[⟦⟧]/g, ''));
    const [only, ...others] = findings.filter(({ verdict }) => verdict === 'contradicted');
    expect(others).toEqual([]);
    expect(only?.claim).toBe('at least 10');
    expect(only?.evidence.map(({ quote }) => quote)).toEqual([actual]);
  });

  it.each(traps)('says nothing against %s in %s', async (_, languageId, text) => {
    const findings = await findingsOf(languageId, text);
    expect(findings.filter(({ verdict }) => verdict === 'contradicted')).toEqual([]);
  });

  it('reads a declaration’s documentation once', async () => {
    await quiet('go', 'package a\n\n// Retries 5 times.\nconst retries = 5\n', 'supported');
    await quiet('ruby', '# Retries 5 times.\nRETRIES = 5\n', 'supported');
  });
});
