import { describe, expect, it } from '@jest/globals';
import { PRESETS, presetNames } from '../../../../core/cascade/presets';
import { difficultyOf } from '../../../../core/cascade/query/difficulty/difficulty';
import { routeQuery, routeTo } from '../../../../core/cascade/routing/routeQuery';
import { readSettings } from '../../../../core/cascade/settings';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { labelledQueries, share } from '../query/queries';

const PYTHON = 'Fix the bug in my Python function';
const MEDICAL = 'Which antibiotic for an infection during pregnancy?';

describe('routeQuery', () => {
  it('tells what is known of a query', () => {
    const route = routeQuery(PYTHON);
    expect(route).toMatchObject({
      complexity: 'SIMPLE',
      domain: 'code',
      direct: false,
      threshold: PRESETS.balanced.threshold,
      signals: ['7 words', 'has terms of code', 'code: "bug"', 'code: "python"', 'code: "function"'],
    });
    expect(route.difficulty).toBe(difficultyOf(PYTHON));
    expect(route.domains[0]).toEqual({ domain: 'code', confidence: route.domainConfidence });
    expect(route.complexityConfidence).toBeGreaterThan(0);
    expect(route).not.toHaveProperty('directBecause');
  });

  it('has the threshold of the domain', () => {
    const settings = { domainThresholds: { code: 0.9 } };
    expect(routeQuery(PYTHON, { settings }).threshold).toBe(0.9);
    expect(routeQuery(PYTHON, { settings, threshold: 0.2 }).threshold).toBe(0.9);
    expect(routeQuery(MEDICAL, { settings, threshold: 0.2 }).threshold).toBe(0.2);
    expect(routeQuery(PYTHON, { preset: 'qualityFirst' }).threshold).toBe(PRESETS.qualityFirst.threshold);
  });

  it('takes the preset of the profile where none is named', () => {
    const profile = createUserProfile('FREE', 'user', { quality: 'best' });
    expect(routeQuery(PYTHON, { profile }).threshold).toBe(PRESETS.qualityFirst.threshold);
    expect(routeQuery(PYTHON, { profile, settings: { preset: 'costSaver' } }).threshold).toBe(
      PRESETS.costSaver.threshold,
    );
    expect(routeQuery(PYTHON, { profile, preset: 'balanced' }).threshold).toBe(PRESETS.balanced.threshold);
  });

  it('verifies always what shall always be verified', () => {
    const verified = { direct: true, directBecause: 'medical queries are always verified' };
    expect(routeQuery(MEDICAL, { preset: 'qualityFirst' })).toMatchObject(verified);
    expect(routeQuery(MEDICAL).direct).toBe(false);
    expect(
      routeQuery(MEDICAL, { preset: 'localFirst', settings: { verifyAlways: ['medical'] } }),
    ).toMatchObject(verified);
  });

  it.each(presetNames)('drafts nearly every ordinary query with %s', (preset) => {
    const directs = labelledQueries.filter(
      ({ query }) => routeQuery(query, { preset, settings: { verifyAlways: [] } }).direct,
    );
    expect(directs.length / labelledQueries.length).toBeLessThan(0.02);
  });

  it('does not draft what can never be accepted', () => {
    expect(routeQuery('Hi', { threshold: 1 })).toMatchObject({
      direct: true,
      directBecause: 'no draft can reach a threshold of 1',
    });
    expect(routeQuery('Hi', { threshold: 1, settings: { routing: 'draft_first' } }).direct).toBe(false);
    expect(routeQuery('Hi', { threshold: 0 }).direct).toBe(false);
  });

  it('knows domains of the user, and prefers those of the profile', () => {
    const domains = [{ name: 'returns', keywords: ['refund'] }];
    expect(routeQuery('a refund please', { domains })).toMatchObject({ domain: 'returns' });
    const profile = createUserProfile('FREE', 'user', { preferredDomains: ['legal'] });
    expect(routeQuery('my contract', { profile }).domain).toBe('legal');
    expect(
      share(labelledQueries, ({ query }) => routeQuery(query, { profile }).domain === 'legal'),
    ).toBeLessThan(0.13);
  });

  it.each([
    { threshold: 2 },
    { threshold: Number.NaN },
    { preset: 'cheap' },
    { settings: { routing: 'guess' } },
    { domains: [{ keywords: ['a'] }] },
  ])('refuses %j', (options) => {
    const route = routeQuery as (query: string, options: unknown) => unknown;
    expect(() => route('a', options)).toThrow(InvalidParameterError);
  });

  it('refuses an empty query', () => {
    expect(() => routeQuery(' ')).toThrow('"query"');
  });
});

describe('routeTo', () => {
  const settings = readSettings({ threshold: 0.6 });

  it('skips a draft that is hardly likely to do, by what was learned of the drafter', () => {
    const asked: [number, string][] = [];
    const route = (likely: number) =>
      routeTo({
        query: PYTHON,
        settings,
        expected: (difficulty, domain) => {
          asked.push([difficulty, domain]);
          return likely;
        },
      });
    expect(route(0.1)).toMatchObject({
      direct: true,
      directBecause: 'a draft would probably not do: 10 % likely, where 60 % are asked for',
    });
    expect(route(0.3).direct).toBe(false);
    expect(asked).toEqual([
      [difficultyOf(PYTHON), 'code'],
      [difficultyOf(PYTHON), 'code'],
    ]);
  });

  it('always drafts first where that was chosen', () => {
    const first = readSettings({ routing: 'draft_first' });
    expect(routeTo({ query: PYTHON, settings: first, expected: () => 0 }).direct).toBe(false);
  });

  it('routes a query without a word, such as an image alone', () => {
    expect(routeTo({ query: '', settings })).toMatchObject({ complexity: 'TRIVIAL', domain: 'general' });
  });
});
