import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cacheKeyOf, type CacheKeyParts } from '../../../../core/cascade/cache/cacheKey';
import { canonicalJson } from '../../../../core/cascade/cache/canonicalJson';
import { readSettings } from '../../../../core/cascade/settings';
import { ScriptedModel, says } from '../../../support/scriptedModel';
import { requestFor } from './support/answers';

const model = (name: string, id?: string) => ({ name, chat: new ScriptedModel(says(''), id) });
const tool = { name: 'search', description: 'Searches', parameters: { type: 'object' } };
const image = (url: string) => [{ role: 'user' as const, content: [{ type: 'image' as const, url }] }];

const changes: readonly [string, Partial<CacheKeyParts>][] = [
  ['another query', { messages: [{ role: 'user', content: 'q ' }] }],
  ['another role', { messages: [{ role: 'system', content: 'q' }] }],
  ['an image', { messages: image('data:image/png;base64,AAAA') }],
  ['another image', { messages: image('data:image/png;base64,AAAB') }],
  ['more before it', { messages: [...requestFor('p').messages, ...requestFor('q').messages] }],
  ['another model', { models: [model('mini'), model('huge')] }],
  ['another order of models', { models: [model('large'), model('mini')] }],
  ['a model of another id', { models: [model('mini', 'gpt'), model('large')] }],
  ['another threshold', { settings: readSettings({ threshold: 0.71 }) }],
  ['a threshold of a domain', { settings: readSettings({ domainThresholds: { legal: 0.9 } }) }],
  ['another threshold of a domain', { settings: readSettings({ domainThresholds: { legal: 0.8 } }) }],
  ['a domain that is always verified', { settings: readSettings({ verifyAlways: ['legal'] }) }],
  ['another system message', { settings: readSettings({ systemMessage: 'Be brief' }) }],
  ['a tool', { tools: [tool] }],
  ['another tool', { tools: [{ ...tool, description: 'Searches more' }] }],
  ['a parser', { parser: 'JSON please' }],
  ['something else that decides', { others: ['my domain'] }],
];

describe('the key of an answer', () => {
  it('is another for all that may change the answer', () => {
    const keys = [{}, ...changes.map(([, change]) => change)].map((change) =>
      cacheKeyOf(requestFor('q', change)),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\da-f]{64}$/);
  });

  it('is the same for equal requests, however long they may take and whatever they may cost', () => {
    const settings = readSettings({ timeoutMs: 5_000, maxCostUsd: 1, retries: 0 });
    expect(cacheKeyOf(requestFor('q', { settings }))).toBe(cacheKeyOf(requestFor('q')));
    expect(cacheKeyOf(requestFor('q', { tools: [] }))).toBe(cacheKeyOf(requestFor('q')));
  });
});

describe('canonical JSON', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, member]: [string, unknown]) => [name, shuffled(member)] as const)
        .reverse(),
    );
  };

  it('is that of the same value, whatever the order of its members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson([shuffled(value)])).toBe(canonicalJson([value]));
        expect(JSON.parse(canonicalJson([value]))).toEqual(JSON.parse(JSON.stringify([value])));
      }),
    );
  });

  it('tells maps apart, and leaves out what is undefined', () => {
    const of = (entries: [string, number][]) => canonicalJson([new Map(entries)]);
    expect(
      of([
        ['a', 1],
        ['b', 2],
      ]),
    ).toBe(
      of([
        ['b', 2],
        ['a', 1],
      ]),
    );
    expect(of([['a', 1]])).not.toBe(of([['a', 2]]));
    expect(of([])).not.toBe(canonicalJson([{}]));
    expect(canonicalJson([{ a: undefined, b: 1 }])).toBe('[{"b":1}]');
    expect(canonicalJson([JSON.parse('{"__proto__":1}')])).toBe('[{"__proto__":1}]');
  });
});
