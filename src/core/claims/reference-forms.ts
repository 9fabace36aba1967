import type { LanguageFamily } from '../source/index.ts';

const path = String.raw`[A-Za-z_$][\w$]*(?:[.#~][\w$]+)*`;
/** A name behind the class that it belongs to, or behind nothing. */
const member = String.raw`(?:[A-Za-z_]\w*(?:[.#]|::))*[#]?[A-Za-z_]\w*`;
const noLink = String.raw`(?![(\[:])`;

const ofLibraries: readonly RegExp[] = [
  new RegExp(String.raw`\{@link(?:code|plain)?\s+(${path})(?:\(\))?\s*[}|]`, 'dg'),
  new RegExp(
    String.raw`:(?:py:)?(?:func|meth|class|exc|attr|obj|data):\x60[~!.]*(${path})(?:\(\))?\x60`,
    'dg',
  ),
  new RegExp(String.raw`(?<!\x60)\x60{1,2}(${path})\(\)\x60{1,2}(?!\x60)`, 'dg'),
];

/** How comments of each language unmistakably refer to a name; group 1 is the name with what holds it. */
export const referenceForms: Readonly<Record<LanguageFamily, readonly RegExp[]>> = {
  ecmascript: ofLibraries,
  python: ofLibraries,
  java: [
    new RegExp(String.raw`\{@link(?:plain)?\s+(${member})(?:\([^(){}]*\))?[\s}]`, 'dg'),
    new RegExp(String.raw`@see\s+(${member})(?:\([^(){}]*\))?[ \t]*$`, 'dgm'),
  ],
  kotlin: [
    new RegExp(String.raw`(?<![\]\w\x60])\[(${member})\]${noLink}`, 'dg'),
    new RegExp(String.raw`@see\s+(${member})[ \t]*$`, 'dgm'),
  ],
  go: [new RegExp(String.raw`(?<![\]\w\x60"'\[])\[\*?(${member})\]${noLink}`, 'dg')],
  rust: [new RegExp(String.raw`(?<![\]\w])\[\x60(${member})(?:\(\)|!)?\x60\]${noLink}`, 'dg')],
  'c-family': [
    /[\\@](?:ref|see|sa|link)\s+((?:\w+::)*\w+)\(\)/dg,
    /[\\@](?:ref|see|sa|link)\s+((?:\w+::)+\w+)/dg,
  ],
  csharp: [new RegExp(String.raw`<(?:see|seealso)\s+cref="(${member})(?:\([^()"]*\))?"`, 'dg')],
  php: [/@see\s+\\?((?:\w+(?:::|\\))*\$?\w+)\(\)/dg],
  ruby: [
    new RegExp(String.raw`\{(${member})\}`, 'dg'),
    new RegExp(String.raw`@see\s+(${member})[ \t]*$`, 'dgm'),
  ],
  shell: [],
};
