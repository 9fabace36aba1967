import { describe, expect, it } from 'vitest';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { checkTools } from '../../support/tools.ts';

const text = `let tide = 1;\n${'tide += 1;\n'.repeat(50)}`;

describe('a source that is parsed again', () => {
  it('has a tree of its own each time', async () => {
    const { parser } = await checkTools();
    const first = await parser.parse('javascript', text, neverCancelled);
    const second = await parser.parse('javascript', text, neverCancelled);
    first?.delete();
    await parser.parse('javascript', `${text}tide;\n`, neverCancelled);
    expect(second?.rootNode.namedChildCount).toBe(51);
    expect(second?.rootNode.text).toBe(text);
    second?.delete();
  });

  it('is parsed by the grammar that is asked for', async () => {
    const { parser } = await checkTools();
    const script = await parser.parse('javascript', text, neverCancelled);
    const python = await parser.parse('python', text, neverCancelled);
    expect(script?.rootNode.type).toBe('program');
    expect(python?.rootNode.type).toBe('module');
  });

  it('is parsed anew when a character changed', async () => {
    const { parser } = await checkTools();
    await parser.parse('javascript', text, neverCancelled);
    const changed = await parser.parse('javascript', text.replace('let', 'var'), neverCancelled);
    expect(changed?.rootNode.firstNamedChild?.type).toBe('variable_declaration');
  });
});
