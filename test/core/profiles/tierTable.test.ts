import { describe, expect, it } from '@jest/globals';
import { defineTiers, presetTiers, type TierDefinition } from '../../../core/profiles/tierTable';
import { TIER_LEVELS, TIER_PRESETS } from '../../../core/profiles/tiers';

const gold: TierDefinition = { requestsPerHour: 300, requestsPerDay: 3000, dailyBudget: 20 };

describe('the presets', () => {
  it('are five, from little to everything', () => {
    const rows = TIER_LEVELS.map((level) => {
      const { name, requestsPerHour, requestsPerDay, dailyBudget, concurrentRequests } = TIER_PRESETS[level];
      return [name, requestsPerHour, requestsPerDay, dailyBudget, concurrentRequests];
    });
    expect(rows).toEqual([
      ['FREE', 10, 100, 0.1, null],
      ['STARTER', 100, 1000, 5, null],
      ['PRO', 500, 5000, 50, null],
      ['BUSINESS', 2000, 20_000, 200, null],
      ['ENTERPRISE', null, null, null, null],
    ]);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(TIER_PRESETS)).toBe(true);
    expect(TIER_LEVELS.every((level) => Object.isFrozen(TIER_PRESETS[level]))).toBe(true);
  });

  it.each(['PRO', 'pro', ' Pro\n'])('are found as %j', (name) => {
    expect(presetTiers.get(name)).toBe(TIER_PRESETS.PRO);
  });

  it.each<[unknown, string]>([
    ['GOLD', '"GOLD"'],
    ['', 'empty'],
    ['__proto__', '"__proto__"'],
    ['constructor', '"constructor"'],
    [undefined, 'missing'],
    [null, 'null'],
    [3, '3'],
    [['PRO'], 'a list of 1'],
  ])('do not include %p', (name, said) => {
    expect(() => presetTiers.get(name)).toThrow(
      `Parameter "tier" is ${said}, but must be one of FREE, STARTER, PRO, BUSINESS, ENTERPRISE`,
    );
    expect(presetTiers.find(name)).toBeUndefined();
  });
});

describe('defineTiers', () => {
  it('adds to the presets', () => {
    const tiers = defineTiers({ gold, trial_7: { ...gold, dailyBudget: null, concurrentRequests: 2 } });
    expect(tiers.names).toEqual([...TIER_LEVELS, 'GOLD', 'TRIAL_7']);
    expect(tiers.get('Gold')).toEqual({ name: 'GOLD', ...gold, concurrentRequests: null });
    expect(tiers.get('TRIAL_7')).toMatchObject({ dailyBudget: null, concurrentRequests: 2 });
    expect(Object.isFrozen(tiers.get('GOLD'))).toBe(true);
    expect(() => tiers.get('SILVER')).toThrow('ENTERPRISE, GOLD, TRIAL_7');
  });

  it('takes every limit at its bounds', () => {
    const limits = { requestsPerHour: 0, requestsPerDay: 1e9, dailyBudget: 1e-9, concurrentRequests: 0 };
    expect(defineTiers({ EDGE: limits }).get('EDGE')).toEqual({ name: 'EDGE', ...limits });
    expect(defineTiers({ EDGE: { ...limits, dailyBudget: 1e6 } }).get('EDGE').dailyBudget).toBe(1e6);
  });

  it.each(['FREE', 'free', 'ENTERPRISE'])('does not redefine %s', (name) => {
    expect(() => defineTiers({ [name]: gold })).toThrow(
      `Parameter "tiers" is "${name}", but must be a name that is not taken`,
    );
  });

  it.each(['', 'two words', 'ä', 'A'.repeat(41), 'a:b'])('refuses the name %j', (name) => {
    expect(() => defineTiers({ [name]: gold })).toThrow('but must be a name of 1 to 40 letters');
  });

  it('sees the same name in two spellings', () => {
    expect(() => defineTiers({ GOLD: gold, gold })).toThrow('"gold", but must be a name that is not taken');
  });

  it.each<[string, object, string]>([
    ['a limit left out', { requestsPerHour: 1, requestsPerDay: 1 }, '"tiers.GOLD.dailyBudget" is missing'],
    ['a misspelt limit', { ...gold, requestPerHour: 5 }, '"tiers.GOLD" is an object, but must be made of'],
    ['half a request', { ...gold, requestsPerHour: 0.5 }, 'is 0.5, but must be a whole number from 0 to'],
    ['less than nothing', { ...gold, requestsPerDay: -1 }, 'is -1, but must be a whole number'],
    ['too much', { ...gold, requestsPerDay: 1e9 + 1 }, 'is 1000000001, but must be a whole number'],
    ['NaN', { ...gold, dailyBudget: Number.NaN }, 'is NaN, but must be 0 or a number of US dollars'],
    ['Infinity', { ...gold, dailyBudget: Infinity }, 'is Infinity, but must be 0 or a number of US dollars'],
    ['less than a nano-dollar', { ...gold, dailyBudget: 1e-10 }, 'is 1e-10, but must be 0 or a number'],
    ['a number as text', { ...gold, dailyBudget: '5' }, 'is "5", but must be 0 or a number of US dollars'],
  ])('refuses %s', (_, limits, saying) => {
    expect(() => void Reflect.apply(defineTiers, undefined, [{ GOLD: limits }])).toThrow(saying);
  });
});
