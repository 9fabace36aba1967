import { type Cancellation, type Message, message, type Sha256 } from '../../platform/index.ts';
import { type Declaration, type Language, type SyntaxParser, scanSource } from '../../source/index.ts';
import type { Finding } from '../finding.ts';
import { aboutDeclaration, findingsOf, onlyOutside } from '../located-decision.ts';
import { arrowExamplesOf } from './arrow-examples.ts';
import { decideExamples } from './decide-examples.ts';
import { doctestsOf } from './doctests.ts';
import type { Example } from './example.ts';
import type { ExampleTools } from './example-tools.ts';

/** What checking examples needs. */
export interface CheckExamplesTools extends ExampleTools {
  readonly parser: SyntaxParser;
  readonly sha256: Sha256;
}

/** A file whose examples are to be run; what they import is on the disk. */
export interface CheckExamplesRequest {
  readonly text: string;
  readonly path: string;
  readonly language: Language;
  /** Whether the text is what the file on the disk holds: nothing else can be imported. */
  readonly isSaved: boolean;
  readonly cancellation: Cancellation;
}

/** Runs the examples of a file's comments, and decides what they claim; runs nothing where there are none. */
export async function checkExamples(
  tools: CheckExamplesTools,
  request: CheckExamplesRequest,
): Promise<readonly Finding[]> {
  const { text, language } = request;
  if (!/>>>|\/\/[ \t]*(?:=>|→|⇒)/.test(text) || !isRunnable(language)) return [];
  const scanned = await scanSource(tools.parser, { ...request, which: 'documented', bodies: false });
  const { declarations } = scanned;
  const examples = declarations.flatMap((declaration, i) => examplesOf(declaration, i, request));
  if (examples.length === 0) return [];
  const obstacle: { readonly obstacle?: Message } = request.isSaved
    ? {}
    : { obstacle: message('check.example.unsaved') };
  const decided = await decideExamples(tools, { ...request, examples, ...obstacle });
  const located = decided.map(({ example, decision, isFixTried }) => {
    const about = aboutDeclaration(example.declaration);
    const whole = onlyOutside(decision, about.comment);
    return { ...about, ordinal: example.ordinal, decision: whole, isFixTried };
  });
  const fixable = new Set(located.filter(({ isFixTried }) => isFixTried));
  return findingsOf(located, { ...tools, ...request, declarations, fixable });
}

function isRunnable({ family }: Language): boolean {
  return family === 'python' || family === 'ecmascript';
}

function examplesOf(
  declaration: Declaration,
  ordinal: number,
  { text, language }: CheckExamplesRequest,
): readonly Example[] {
  if (language.family === 'ecmascript') return arrowExamplesOf(declaration, ordinal, text);
  const doctests = doctestsOf(declaration, ordinal, text);
  return doctests === undefined ? [] : [doctests];
}
