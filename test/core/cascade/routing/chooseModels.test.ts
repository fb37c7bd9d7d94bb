import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseModels } from '../../../../core/cascade/routing/chooseModels';
import { createUserProfile, type CreateProfileOptions } from '../../../../core/profiles/createUserProfile';

const models = [
  { name: 'Small', chat: { id: 'groq/llama-3-8b' } },
  { name: 'Middle', chat: { id: 'gpt-4o-mini' } },
  { name: 'Local model', chat: {} },
  { name: 'Large', chat: { id: 'openrouter/openai/gpt-4o' } },
];
const choose = (options: CreateProfileOptions, domain = 'code') => {
  const profile = createUserProfile('PRO', 'user', options);
  const { models: chosen, ...more } = chooseModels(models, { profile, domain });
  return { chosen: chosen.map(({ name }) => name), ...more };
};
const all = models.map(({ name }) => name);

describe('chooseModels', () => {
  it('takes all without a wish', () => {
    expect(chooseModels(models, { domain: 'code' })).toEqual({ models, unmatched: [] });
    expect(choose({})).toEqual({ chosen: all, unmatched: [] });
  });

  it.each([
    ['gpt-4o-mini', ['Middle']],
    ['GPT-4o-Mini ', ['Middle']],
    ['middle', ['Middle']],
    ['llama-3-8b', ['Small']],
    ['groq/llama-3-8b', ['Small']],
    ['gpt-4o', ['Large']],
    ['openai/gpt-4o', ['Large']],
    ['openai/gpt-4o-mini', ['Middle']],
    ['local model', ['Local model']],
  ])('knows %s', (name, chosen) => {
    expect(choose({ preferredModels: [name] })).toEqual({
      chosen,
      unmatched: [],
      because: 'the profile prefers these models',
    });
  });

  it.each(['4o', 'gpt', 'mini', '/', 'gpt-4', 'llama'])('knows nothing called %s', (name) => {
    expect(choose({ preferredModels: [name] })).toEqual({ chosen: all, unmatched: [name] });
  });

  it('puts the models of the domain before those that are preferred', () => {
    const wishes = { domainModels: { code: ['gpt-4o', 'small'] }, preferredModels: ['middle', 'large'] };
    expect(choose(wishes)).toEqual({
      chosen: ['Small', 'Large'],
      unmatched: [],
      because: 'the profile names these models for code',
    });
    expect(choose(wishes, 'legal').chosen).toEqual(['Middle', 'Large']);
  });

  it('names what it does not know, and goes on to the next wish', () => {
    expect(choose({ domainModels: { code: ['claude'] }, preferredModels: ['llama-9', 'large'] })).toEqual({
      chosen: ['Large'],
      unmatched: ['claude', 'llama-9'],
      because: 'the profile prefers these models',
    });
  });

  it('never chooses nothing, nor another order', () => {
    const name = fc.oneof(
      fc.constantFrom('small', 'gpt-4o', 'LARGE', '__proto__'),
      fc.stringMatching(/^[a-z0-9/-]{1,20}$/),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 5 }), (names) => {
        const { chosen } = choose({ preferredModels: names });
        expect(chosen.length).toBeGreaterThan(0);
        expect(chosen).toEqual(all.filter((model) => chosen.includes(model)));
      }),
    );
  });
});
