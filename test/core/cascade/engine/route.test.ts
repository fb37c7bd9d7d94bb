import { describe, expect, it } from '@jest/globals';
import type { Learning } from '../../../../core/cascade/learning/learning';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { fails, says } from '../../../support/scriptedModel';
import { fault, good, refuses, stage } from './stage';

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

it('says so when a draft stands in for the verifier that a query was meant for', async () => {
  const expected = [0.2, 0.9];
  const learning: Learning = { adjust: () => expected.shift() ?? 0, observe: () => undefined };
  const { ask, asked } = stage([good, fails(fault('authentication'))], { learning });
  const { report } = await ask();
  expect(asked()).toEqual([1, 1]);
  expect(report).toMatchObject({
    modelUsed: 'model 1',
    direct: true,
    escalated: false,
    reason: 'fallback: model 2 failed: fault: authentication',
  });
});

it('tells how a query went without a word of it, or of the drafts', async () => {
  const secret = 'Zanzibar';
  const settings = { judge: 'when_doubtful', samples: 1, auditShare: 1, routing: 'draft_first' } as const;
  const messages = [{ role: 'user' as const, content: `What is the largest town of ${secret}?` }];
  for (const draft of [`Stone Town is the largest town of ${secret}.`, `${secret} `.repeat(50), secret])
    for (const threshold of [0.05, 0.5, 0.9]) {
      const models = [says(draft), says(`On ${secret} it is Stone Town.`)];
      const learning: Learning = { adjust: (confidence) => confidence, observe: () => undefined };
      const { report, trace } = await stage(models, { learning, settings: { ...settings, threshold } }).ask({
        messages,
      });
      expect(JSON.stringify([report, trace])).not.toContain(secret);
    }
});

it('keeps thresholds by domain', async () => {
  const messages = [{ role: 'user' as const, content: 'Translate "good morning" into French.' }];
  const { report } = await stage([good, good], { settings: { domainThresholds: { translation: 0.99 } } }).ask(
    { messages },
  );
  expect(report).toMatchObject({ domain: 'translation', threshold: 0.99 });
});
