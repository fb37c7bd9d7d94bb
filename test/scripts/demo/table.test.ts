import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../scripts/demo/ask.mts';
import { tableOf } from '../../../scripts/demo/table.mts';

const answered = (costs: {
  costUsd: number | null;
  baselineCostUsd: number | null;
  savedUsd: number | null;
}): Outcome => ({
  kind: 'answered',
  query: 'What is the capital of Australia?',
  cascade: {
    modelUsed: 'small',
    escalated: false,
    direct: false,
    reason: 'accepted: no fault found',
    confidence: 0.9196,
    ...costs,
  },
});

const known = answered({ costUsd: 0.000008, baselineCostUsd: 0.00014, savedUsd: 0.000132 });
const unknown = answered({ costUsd: null, baselineCostUsd: null, savedUsd: null });
const lastLine = (outcomes: Outcome[]) => tableOf(outcomes).split('\n').at(-1);

describe("the demo's table", () => {
  it('adds up what is known', () => {
    expect(lastLine([known, known])).toMatch(/^total +0 of 2 +\$0\.000016 +\$0\.000264 \(94 %\)$/);
  });

  it('says unknown where a price is, and never zero', () => {
    const table = tableOf([known, unknown]);
    expect(table).toMatch(/0\.92 +unknown +unknown +accepted/);
    expect(lastLine([known, unknown])).toMatch(/^total +0 of 2 +unknown +unknown$/);
  });

  it('shows a query that nobody answered, with the cause', () => {
    const failed: Outcome = {
      kind: 'failed',
      query: 'Why?',
      message: 'No model of the cascade gave an answer',
    };
    expect(tableOf([failed])).toMatch(/Why\? +nobody +failed: No model of the cascade gave an answer/);
  });
});
