import { describe, expect, it } from '@jest/globals';
import { CascadeAgent } from '../../../core/cascade/cascadeAgent';
import type { CascadeModel } from '../../../core/cascade/engine/cascadeModel';
import type { CascadeReport } from '../../../core/cascade/engine/report';
import type { ModelPrice } from '../../../core/models/prices/modelPrice';
import { fails, says, saysUncounted, ScriptedModel, type Act } from '../../support/scriptedModel';

const QUERY = 'What is the capital of Japan?';
const REFUSAL = "I'm sorry, but I can't help with that.";
const CHEAP: ModelPrice = { inputPerMillion: 1, outputPerMillion: 4 };
const DEAR: ModelPrice = { inputPerMillion: 10, outputPerMillion: 40 };

function model(act: Act, price?: ModelPrice, id?: string): CascadeModel {
  return { name: id ?? 'a model', chat: new ScriptedModel(act, id), ...(price ? { price } : {}) };
}

async function report(...models: CascadeModel[]): Promise<CascadeReport> {
  return (await new CascadeAgent({ models, retries: 0 }).run(QUERY)).cascade;
}

describe('what a query cost', () => {
  it('is the draft alone when it is accepted, against the verifier for the same tokens', async () => {
    expect(await report(model(says('Tokyo.'), CHEAP), model(says('Tokyo.'), DEAR))).toMatchObject({
      costUsd: 0.00018,
      baselineCostUsd: 0.0018,
      savedUsd: 0.00162,
      savedPercent: 90,
    });
  });

  it('is both after an escalation, which did not pay', async () => {
    expect(await report(model(says(REFUSAL), CHEAP), model(says('Tokyo.'), DEAR))).toMatchObject({
      costUsd: 0.00198,
      baselineCostUsd: 0.0018,
      savedUsd: -0.00018,
      savedPercent: -10,
      attempts: [{ costUsd: 0.00018 }, { costUsd: 0.0018 }],
    });
  });

  it('holds an empty answer that was billed, and nothing for a refused request', async () => {
    const paid = await report(model(says(''), CHEAP), model(says('Tokyo.'), DEAR));
    expect(paid).toMatchObject({ costUsd: 0.00198, attempts: [{ costUsd: 0.00018 }, {}] });
    const refused = await report(model(fails(new Error('no')), CHEAP), model(says('Tokyo.'), DEAR));
    expect(refused).toMatchObject({
      costUsd: 0.0018,
      savedUsd: 0,
      savedPercent: 0,
      attempts: [{ costUsd: null, inputTokens: null, outputTokens: null }, {}],
    });
  });

  it('is a whole number of nano-dollars, and saved is what baseline and cost differ by', async () => {
    for (let tokens = 1; tokens < 200; tokens++) {
      const usage = { inputTokens: tokens * 7, outputTokens: tokens };
      const odd: ModelPrice = { inputPerMillion: 0.15 + tokens / 997, outputPerMillion: 0.6 };
      const drafter = model(says(tokens % 2 === 0 ? 'Tokyo.' : REFUSAL, { usage }), odd);
      const { costUsd, baselineCostUsd, savedUsd, attempts } = await report(
        drafter,
        model(says('Tokyo.'), DEAR),
      );
      const nano = (dollars: number | null) => Math.round((dollars ?? Number.NaN) * 1e9);
      expect(costUsd).toBe(nano(costUsd) / 1e9);
      expect(nano(savedUsd)).toBe(nano(baselineCostUsd) - nano(costUsd));
      expect(nano(costUsd)).toBe(attempts.reduce((sum, attempt) => sum + nano(attempt.costUsd), 0));
    }
  });
});

describe('a price that is unknown', () => {
  it('of an accepted drafter makes the cost unknown, never zero', async () => {
    expect(await report(model(says('Tokyo.')), model(says('Tokyo.'), DEAR))).toMatchObject({
      costUsd: null,
      baselineCostUsd: 0.0018,
      savedUsd: null,
      savedPercent: null,
      attempts: [{ costUsd: null, inputTokens: 100, outputTokens: 20 }],
    });
  });

  it('of the verifier makes the baseline unknown, and the cost only when it was asked', async () => {
    const unasked = await report(model(says('Tokyo.'), CHEAP), model(says('Tokyo.')));
    expect(unasked).toMatchObject({ costUsd: 0.00018, baselineCostUsd: null, savedUsd: null });
    const asked = await report(model(says(REFUSAL), CHEAP), model(says('Tokyo.')));
    expect(asked).toMatchObject({ costUsd: null, baselineCostUsd: null, savedUsd: null, savedPercent: null });
  });

  it('is looked up by the id of the model, and overridden by a price of its own', async () => {
    const usage = { inputTokens: 1e6, outputTokens: 0 };
    const act = says('Tokyo.', { usage });
    const listed = await report(model(act, undefined, 'gpt-4o-mini'), model(act, undefined, 'gpt-4o'));
    expect(listed.costUsd).toBe(0.15);
    expect(listed.baselineCostUsd).toBe(2.5);
    const own = await report(
      model(act, { inputPerMillion: 3, outputPerMillion: 0 }, 'gpt-4o-mini'),
      model(act),
    );
    expect(own.costUsd).toBe(3);
  });

  it('is not a price of zero', async () => {
    const free: ModelPrice = { inputPerMillion: 0, outputPerMillion: 0 };
    expect(await report(model(says('Tokyo.'), free), model(says('Tokyo.'), DEAR))).toMatchObject({
      costUsd: 0,
      savedUsd: 0.0018,
      savedPercent: 100,
    });
    expect(await report(model(says('Tokyo.'), free), model(says('Tokyo.'), free))).toMatchObject({
      costUsd: 0,
      baselineCostUsd: 0,
      savedUsd: 0,
      savedPercent: null,
    });
  });
});

it('estimates the tokens that no provider reported, and says so', async () => {
  const { attempts, costUsd } = await report(
    model(saysUncounted('Tokyo.'), CHEAP),
    model(says('Tokyo.'), DEAR),
  );
  expect(attempts).toMatchObject([{ tokensEstimated: true }]);
  expect(attempts[0]?.inputTokens).toBeGreaterThan(5);
  expect(attempts[0]?.inputTokens).toBeLessThan(30);
  expect(attempts[0]?.outputTokens).toBeGreaterThan(0);
  expect(costUsd).toBeGreaterThan(0);
  expect((await report(model(says('Tokyo.')), model(says('Tokyo.')))).attempts[0]?.tokensEstimated).toBe(
    false,
  );
});
