import C from 'linguist-languages/data/C';
import Cpp from 'linguist-languages/data/C_2b__2b_';
import CSharp from 'linguist-languages/data/C_23_';
import CSS from 'linguist-languages/data/CSS';
import Dart from 'linguist-languages/data/Dart';
import Go from 'linguist-languages/data/Go';
import Html from 'linguist-languages/data/HTML';
import Java from 'linguist-languages/data/Java';
import JavaScript from 'linguist-languages/data/JavaScript';
import Kotlin from 'linguist-languages/data/Kotlin';
import Less from 'linguist-languages/data/Less';
import Lua from 'linguist-languages/data/Lua';
import Matlab from 'linguist-languages/data/MATLAB';
import ObjectiveC from 'linguist-languages/data/Objective-C';
import Perl from 'linguist-languages/data/Perl';
import Php from 'linguist-languages/data/PHP';
import Python from 'linguist-languages/data/Python';
import R from 'linguist-languages/data/R';
import Ruby from 'linguist-languages/data/Ruby';
import Rust from 'linguist-languages/data/Rust';
import Scss from 'linguist-languages/data/SCSS';
import Scala from 'linguist-languages/data/Scala';
import Shell from 'linguist-languages/data/Shell';
import Smalltalk from 'linguist-languages/data/Smalltalk';
import Sql from 'linguist-languages/data/SQL';
import Swift from 'linguist-languages/data/Swift';
import Tsx from 'linguist-languages/data/TSX';
import TypeScript from 'linguist-languages/data/TypeScript';

interface KnownLanguage {
  readonly name: string;
  /** With the dot; the first one is the language's own. */
  readonly extensions: readonly string[];
}

const known: readonly KnownLanguage[] = [
  ...[C, CSharp, Cpp, CSS, Dart, Go, Html, Java, JavaScript, Kotlin, Less, Lua, Matlab, ObjectiveC],
  ...[Perl, Php, Python, R, Ruby, Rust, Scala, Scss, Shell, Smalltalk, Sql, Swift, Tsx, TypeScript],
];

/** Endings that mostly belong to something else than the language that lists them: shaders, data, generated pages. */
const misleading = new Set(['.frag', '.gs', '.es', '.inc', '.re', '.prc', '.tab', '.tool', '.spec', '.rd']);

const byExtension = extensionTable();

/**
 * The language of a file by its name, as Linguist calls it (`C++`, `TSX`); `undefined` where the name says nothing, or
 * says several. What `.h` and `.m` are depends on the files beside them; here they are C and Objective-C.
 */
export function languageOfName(path: string): string | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1);
  // What a minifier wrote is nobody's source.
  if (/\.min\.(?:js|css)$/i.test(file)) return undefined;
  const dot = file.lastIndexOf('.');
  return dot <= 0 ? undefined : byExtension.get(file.slice(dot).toLowerCase());
}

/** Of several languages with one ending, the one whose own ending it is has it; otherwise none. */
function extensionTable(): ReadonlyMap<string, string> {
  const owners = new Map<string, readonly string[]>();
  for (const { name, extensions } of known) {
    for (const extension of extensions) owners.set(extension, [...(owners.get(extension) ?? []), name]);
  }
  const table = new Map<string, string>([['.h', C.name]]);
  for (const { name, extensions } of known) {
    for (const [index, extension] of extensions.entries()) {
      const isOwn = index === 0 || owners.get(extension)?.length === 1;
      if (isOwn && !misleading.has(extension)) table.set(extension, name);
    }
  }
  return table;
}
