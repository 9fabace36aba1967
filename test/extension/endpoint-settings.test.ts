import { describe, expect, it } from 'vitest';
import { FactprobeError } from '../../src/core/platform/index.ts';
import {
  activeEndpoint,
  findEndpoint,
  parseEndpointSettings,
  withEndpoint,
} from '../../src/extension/endpoints/endpoint-settings.ts';
import { createRenderer } from '../../src/node/catalogue.ts';

const render = createRenderer('en');

function read(endpoints: unknown, active?: unknown) {
  const { slips, ...settings } = parseEndpointSettings(endpoints, active);
  return { ...settings, slips: slips.map(render) };
}

function sentenceOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof FactprobeError) return render(error.text);
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the settings of endpoints', () => {
  it('are empty when nothing is set', () => {
    expect(read(undefined)).toEqual({ endpoints: [], slips: [] });
    expect(read([], '')).toEqual({ endpoints: [], slips: [] });
  });

  it('take URLs with and without /v1', () => {
    const here = { url: 'localhost:8000', model: 'tiny', name: 'here' };
    expect(read([here, { url: 'https://models.example.com/v1/' }], ' here ')).toEqual({
      endpoints: [
        { url: 'http://localhost:8000/v1', model: 'tiny', name: 'here' },
        { url: 'https://models.example.com/v1' },
      ],
      active: 'here',
      slips: [],
    });
  });

  it.each([
    ['no URL', { model: 'tiny' }],
    ['an empty URL', { url: ' ' }],
    ['a URL that is none', { url: 'two words' }],
    ['a port that is none', { url: 'http://localhost:99999999' }],
    ['a password in its URL', { url: 'http://me:secret@localhost:8000' }],
    ['another scheme', { url: 'file:///etc/passwd' }],
    ['a model that is no text', { url: 'localhost:8000', model: 7 }],
    ['no object', 'http://localhost:8000'],
  ])('leave out an entry with %s, and keep the rest', (_what, entry) => {
    expect(read([entry, { url: 'localhost:1234' }])).toEqual({
      endpoints: [{ url: 'http://localhost:1234/v1' }],
      slips: [
        'Entry 1 of the setting factprobe.endpoints is left out; it needs a url such as http://localhost:8000, and model and name, where they are given, as texts.',
      ],
    });
  });

  it('leave out what names the same server again', () => {
    const { endpoints, slips } = read([{ url: 'localhost:8000' }, { url: 'http://localhost:8000/v1' }]);
    expect(endpoints).toHaveLength(1);
    expect(slips).toEqual([
      'Entry 2 of the setting factprobe.endpoints is left out: an earlier one has the same URL.',
    ]);
  });

  it('count as empty where they have another form altogether', () => {
    expect(read({ url: 'localhost:8000' }, 3)).toEqual({
      endpoints: [],
      slips: [
        'The setting factprobe.endpoints is no list and counts as empty; use Add Endpoint… to set it.',
        'The setting factprobe.activeEndpoint is no text and counts as empty; give it the URL or the name of an endpoint.',
      ],
    });
  });
});

describe('the endpoint in use', () => {
  const two = [{ url: 'localhost:8000', name: 'here' }, { url: 'https://models.example.com' }];

  it('is the only one, or the one that is named by URL or name', () => {
    expect(activeEndpoint(parseEndpointSettings([{ url: 'localhost:1' }], '')).url).toBe(
      'http://localhost:1/v1',
    );
    expect(activeEndpoint(parseEndpointSettings(two, 'here')).url).toBe('http://localhost:8000/v1');
    expect(activeEndpoint(parseEndpointSettings(two, 'https://models.example.com/v1')).url).toBe(
      'https://models.example.com/v1',
    );
  });

  it('is never another one than was named', () => {
    expect(sentenceOf(() => activeEndpoint(parseEndpointSettings(two.slice(0, 1), 'there')))).toBe(
      'No endpoint of your settings has the URL or the name there; use Select Model… to choose one.',
    );
    expect(sentenceOf(() => findEndpoint(parseEndpointSettings(two, 'here'), 'http://localhost:8001'))).toBe(
      'No endpoint of your settings has the URL or the name http://localhost:8001; use Select Model… to choose one.',
    );
  });

  it('is missed with a remedy', () => {
    expect(sentenceOf(() => activeEndpoint(parseEndpointSettings([], '')))).toBe(
      'There is no endpoint yet; use Add Endpoint… to add one.',
    );
    expect(sentenceOf(() => activeEndpoint(parseEndpointSettings(two, '')))).toBe(
      'There are several endpoints and none of them is active; use Select Model… to choose one.',
    );
  });
});

describe('an endpoint that is added', () => {
  const added = { url: 'http://localhost:8000/v1', model: 'tiny' };

  it('comes after the others', () => {
    expect(withEndpoint(undefined, added)).toEqual([added]);
    expect(withEndpoint([{ url: 'localhost:1' }, 'a slip'], added)).toEqual([
      { url: 'localhost:1' },
      'a slip',
      added,
    ]);
  });

  it('changes the entry of its URL, and leaves its name', () => {
    expect(withEndpoint([{ url: 'localhost:8000', model: 'old', name: 'here' }], added)).toEqual([
      { ...added, name: 'here' },
    ]);
  });
});
