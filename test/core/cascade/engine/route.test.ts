import { describe, expect, it } from '@jest/globals';
import type { Learning } from '../../../../core/cascade/learning/learning';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { good, refuses, stage } from './stage';

describe("the drafter's record", () => {
  const record = (expected: number): Learning => ({ adjust: () => expected, observe: () => undefined });

  it('sends a query straight to the verifier when its drafts would hardly do', async () => {
    const { ask, asked } = stage([good, good], { learning: record(0.2) });
    const { report } = await ask();
    expect(asked()).toEqual([0, 1]);
    expect(report).toMatchObject({ direct: true, confidence: 0.2 });
    expect(report.reason).toMatch(/^direct: a draft would probably not do: 20 % likely/);
  });

  it('is tried again now and then', async () => {
    const { ask, asked } = stage([refuses, good], { learning: record(0.2), random: () => 0.04 });
    expect((await ask()).report.direct).toBe(false);
    expect(asked()).toEqual([1, 1]);
  });

  it('does not matter where every query is drafted first, or none', async () => {
    const always = stage([refuses, good], { learning: record(0.2), settings: { routing: 'draft_first' } });
    await always.ask();
    expect(always.asked()).toEqual([1, 1]);
    const never = stage([good, good], { learning: record(1) });
    expect((await never.ask({ verifyBecause: 'it matters' })).report.reason).toBe('direct: it matters');
  });
});

describe('a profile', () => {
  it('narrows the models by name, and one that is left answers alone', async () => {
    const profile = createUserProfile('PRO', 'user', { preferredModels: ['model 2', 'model 9'] });
    const { ask, asked } = stage([good, good, good], { profile });
    const { report, trace } = await ask();
    expect(asked()).toEqual([0, 1, 0]);
    expect(report).toMatchObject({
      direct: true,
      reason: 'direct: the profile prefers these models',
      savedUsd: 0,
    });
    expect(trace).toContainEqual({
      atMs: 0,
      step: 'route',
      of: 'model 9',
      what: 'the profile names it, but no model is called so',
    });
  });

  it('leaves all models when it names none of them', async () => {
    const profile = createUserProfile('PRO', 'user', { preferredModels: ['model 9'] });
    const { ask, asked } = stage([good, good], { profile });
    await ask();
    expect(asked()).toEqual([1, 0]);
  });
});

it('keeps thresholds by domain', async () => {
  const messages = [{ role: 'user' as const, content: 'Translate "good morning" into French.' }];
  const { report } = await stage([good, good], { settings: { domainThresholds: { translation: 0.99 } } }).ask(
    { messages },
  );
  expect(report).toMatchObject({ domain: 'translation', threshold: 0.99 });
});
