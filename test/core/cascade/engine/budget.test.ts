import { describe, expect, it } from '@jest/globals';
import { BudgetExceededError } from '../../../../core/cascade/engine/budgetExceededError';
import { says } from '../../../support/scriptedModel';
import { failureOf, good, GOOD, REFUSAL, refuses, stage } from './stage';

/** A draft is foreseen at 14 + 400 tokens, so 0.000414; it turns out to be 0.00012. A verifier then costs 0.00034. */
const DRAFT_ONLY = 0.00042;
const BOTH = 0.00046;

describe('a limit of cost', () => {
  it('lets pass what fits', async () => {
    const { ask, asked } = stage([refuses, good], { settings: { maxCostUsd: BOTH } });
    expect((await ask()).reply.text).toBe(GOOD);
    expect(asked()).toEqual([1, 1]);
  });

  it('leaves the best draft when the verifier does not fit', async () => {
    const { ask, asked } = stage([refuses, good], { settings: { maxCostUsd: DRAFT_ONLY } });
    const { reply, report, trace } = await ask();
    expect(reply.text).toBe(REFUSAL);
    expect(asked()).toEqual([1, 0]);
    expect(report).toMatchObject({ escalated: false, costUsd: 0.00012 });
    expect(report.reason).toBe(
      'best draft, below the threshold, because no stronger model answered: ' +
        'model 2 was not asked: the limit of cost has no room for it',
    );
    expect(trace).toContainEqual(expect.objectContaining({ step: 'skip', of: 'model 2' }));
  });

  it('is an error with what was spent, when a draft may not be shown', async () => {
    const settings = { maxCostUsd: DRAFT_ONLY, whenVerifierFails: 'fail' as const };
    const error = await failureOf(stage([refuses, good], { settings }).ask());
    if (!(error instanceof BudgetExceededError)) throw error;
    expect(error.message).toBe('No answer was found for $0.00042');
    expect(error.code).toBe('BUDGET_EXCEEDED');
    expect(error.costUsd).toBe(0.00012);
    expect(error.attempts).toHaveLength(1);
    expect(error.hint).toContain('model 1: its draft was rejected, the draft refuses to answer');
  });

  it.each([0, 0.0004])('of $%d has no room for a single call', async (maxCostUsd) => {
    const { ask, asked } = stage([good, good], { settings: { maxCostUsd } });
    expect(await failureOf(ask())).toMatchObject({ code: 'BUDGET_EXCEEDED', costUsd: 0, attempts: [] });
    expect(asked()).toEqual([0, 0]);
  });

  it('of one request goes before that of the settings, and null is none', async () => {
    const tight = stage([good, good]);
    expect(await failureOf(tight.ask({ maxCostUsd: 0 }))).toMatchObject({ code: 'BUDGET_EXCEEDED' });
    const free = stage([good, good], { settings: { maxCostUsd: 0 } });
    expect((await free.ask({ maxCostUsd: null })).reply.text).toBe(GOOD);
  });

  it('needs all prices, and names the model without one', async () => {
    const price = () => undefined;
    const { ask, asked } = stage([good, good], { price, settings: { maxCostUsd: 1 } });
    expect(await failureOf(ask())).toMatchObject({
      code: 'PRICE_UNKNOWN',
      message: 'The price of model 1 is unknown, so the limit of cost cannot be kept',
      hint: 'Give the price of the model, or take the limit of cost away.',
    });
    expect(asked()).toEqual([0, 0]);
  });

  it('counts the definitions of tools', async () => {
    const tools = [{ name: 'a', description: 'word '.repeat(1000), parameters: {} }];
    const { ask } = stage([good, good], { settings: { maxCostUsd: BOTH } });
    expect(await failureOf(ask({ tools }))).toMatchObject({ code: 'BUDGET_EXCEEDED' });
  });
});

it('refuses a price that is none before anything is asked', () => {
  const price = () => ({ inputPerMillion: -1, outputPerMillion: 1 });
  expect(() => stage([says(GOOD), good], { price })).toThrow('price.inputPerMillion');
  const tiers = [{ inputTokensAbove: 10, inputPerMillion: 1, outputPerMillion: Number.NaN }];
  const forLongPrompts = () => ({ inputPerMillion: 1, outputPerMillion: 1, tiers });
  expect(() => stage([says(GOOD), good], { price: forLongPrompts })).toThrow('price.outputPerMillion');
});
