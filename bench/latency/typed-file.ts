/** A long file that somebody types in. */
export interface TypedFile {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Where the key goes: inside the body in the middle. */
  readonly place: Position;
  /** A claim that is false. */
  readonly claim: Position;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

const lines = 2000;

/** 2,000 lines of documented TypeScript: every tenth function has a false default. */
export function longTypescript(): TypedFile {
  const blocks = Array.from({ length: lines / 20 }, (_, i) => [
    `/** A berth of quay ${i}, as the harbour master keeps it. */`,
    `export interface Berth${i} {`,
    '  readonly name: string;',
    '  readonly depth: number;',
    '}',
    '',
    '/**',
    ` * Assigns berth ${i} to a ship.`,
    ' *',
    ' * @param ship - The ship that asks.',
    ` * @param [retries=${i % 10 === 0 ? 4 : 3}] - How often another berth is tried.`,
    ' * @returns The depth that is left under the keel.',
    ' */',
    `export function assign${i}(ship: Berth${i}, retries = 3): number {`,
    '  const left = ship.depth - retries;',
    "  if (left < 0) throw new RangeError('too shallow');",
    '  return left;',
    '}',
    '',
    `export const quay${i} = [1, 2, 3].map((one) => one * ${i});`,
  ]);
  return {
    uri: 'untitled:harbour.ts',
    languageId: 'typescript',
    text: `${blocks.flat().join('\n')}\n`,
    place: { line: 1014, character: 12 },
    claim: { line: 1010, character: 13 },
  };
}

/** 2,000 lines of documented Python: every tenth function has a false default. */
export function longPython(): TypedFile {
  const blocks = Array.from({ length: lines / 20 }, (_, i) => [
    `class Berth${i}:`,
    `    """A berth of quay ${i}."""`,
    '',
    `    def assign(self, ship, retries=3):`,
    `        """Assigns berth ${i} to a ship.`,
    '',
    '        Args:',
    '            ship: The ship that asks.',
    `            retries: How often another berth is tried. Defaults to ${i % 10 === 0 ? 4 : 3}.`,
    '',
    '        Returns:',
    '            The depth that is left under the keel.',
    '        """',
    '        left = ship.depth - retries',
    '        if left < 0:',
    "            raise ValueError('too shallow')",
    '        return left',
    '',
    `    name = 'quay ${i}'`,
    '',
  ]);
  return {
    uri: 'untitled:harbour.py',
    languageId: 'python',
    text: `${blocks.flat().join('\n')}\n`,
    place: { line: 1013, character: 12 },
    claim: { line: 1008, character: 60 },
  };
}
