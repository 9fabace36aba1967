import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/ask/index.ts';
import { findSymbol, symbolAtCursor } from '../../../src/core/evidence/index.ts';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { evidenceTools } from '../../support/evidence.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';

const files = {
  'app/Cargo.toml': '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nebb = "1"\n',
  'app/vendor/ebb/Cargo.toml': '[package]\nname = "ebb"\nversion = "1.2.0"\n',
  'app/vendor/ebb/src/lib.rs': `/// Drains it.
///
/// # Panics
///
/// Panics if \`level\`
/// is negative. Otherwise not.
pub fn drain(level: i64) {}
#[cfg(unix)]
mod unix { pub const MOST: u8 = 1; #[deprecated] pub fn low() {} }
#[cfg(windows)]
mod windows { pub const MOST: u8 = 2; pub fn low() {} }
#[cfg(unix)]
pub use unix::*;
#[cfg(windows)]
pub use windows::*;
pub enum Tide { Ebb, Flood }
`,
  'go/go.mod': 'module example.org/app\n\ngo 1.19\n',
  'go/vendor/modules.txt': '# harbour.example/ebb v1.2.0\n## explicit\nharbour.example/ebb\n',
  'go/vendor/harbour.example/ebb/ebb.go': 'package ebb\n\n// Drain drains it.\nfunc Drain(level int) {}\n',
};

async function said(question: string, folder: string, language: 'en' | 'zh-cn' = 'en'): Promise<string> {
  const root = temporaryWorkspace(files);
  const evidence = await evidenceTools({ machine: { root, home: `${root}/home`, variables: {} } });
  const tools = {
    findSymbol: (query: Parameters<typeof findSymbol>[1]) => findSymbol(evidence, query),
    symbolAtCursor: (place: Parameters<typeof symbolAtCursor>[1]) => symbolAtCursor(evidence, place),
    files: evidence.files,
    decode: evidence.decode,
    clock: () => 0,
  };
  const from = [`${root}/${folder}`];
  const answer = await answerQuestion(tools, { question, from, cancellation: neverCancelled });
  if (answer.answer === null) return answer.decidedBy;
  expect(answer.evidence).not.toEqual([]);
  return createRenderer(language)(answer.answer);
}

describe('a question about a declared language', () => {
  it.each([
    ['What does ebb::drain return?', 'drain returns nothing (ebb 1.2.0).'],
    [
      'What errors can ebb::drain raise?',
      'drain fails as its documentation states (ebb 1.2.0): Panics if `level` is negative.',
    ],
    ['Is ebb::drain async?', 'No, drain is not asynchronous, as its declaration says (ebb 1.2.0).'],
    ['Which values does ebb::Tide allow?', 'Tide allows 2 values: Ebb, Flood (ebb 1.2.0).'],
    ['What does ebb::drain return in ebb 1.2.0?', 'drain returns nothing (ebb 1.2.0).'],
    ['What is the type of ebb::MOST?', 'The type of MOST is u8 (ebb 1.2.0).'],
    ['What is the value of ebb::MOST?', 'ask.declined.ambiguous'],
    ['Is ebb::low deprecated?', 'ask.declined.ambiguous'],
  ])('of Rust: %s', async (question, answer) => expect(await said(question, 'app')).toBe(answer));

  it('says in Go that nothing comes back', async () => {
    expect(await said('What does ebb.Drain return?', 'go')).toMatch(/^ebb\.Drain returns nothing/);
    expect(await said('ebb.Drain 返回什么？', 'go', 'zh-cn')).toMatch(/^ebb\.Drain 不返回任何值/);
  });
});
