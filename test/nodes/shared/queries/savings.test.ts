import { describe, expect, it } from '@jest/globals';
import type { CascadeReport } from '../../../../core';
import { Savings } from '../../../../nodes/shared/queries/savings';

const report: CascadeReport = {
  modelUsed: 'small',
  escalated: false,
  direct: false,
  confidence: 0.9,
  threshold: 0.7,
  complexity: 'SIMPLE',
  domain: 'general',
  reason: 'accepted',
  costUsd: 0.001,
  baselineCostUsd: 0.02,
  savedUsd: 0.019,
  savedPercent: 95,
  latencyMs: 1,
  attempts: [],
};

function hintAfter(...reports: Partial<CascadeReport>[]): string | undefined {
  const savings = new Savings();
  for (const given of reports) savings.add({ ...report, ...given });
  const hints = savings.hints;
  expect(hints.length).toBeLessThanOrEqual(1);
  return hints[0]?.message;
}

describe('the hint on what was saved', () => {
  it('is missing when nothing was answered', () => {
    expect(new Savings().hints).toEqual([]);
  });

  it('stands beside the items, for information', () => {
    const savings = new Savings();
    savings.add(report);
    expect(savings.hints).toEqual([
      {
        message:
          'The answer came from a draft. It cost $0.001, which is $0.019 (95 %) less than the last model alone.',
        type: 'info',
        location: 'outputPane',
      },
    ]);
  });

  it('counts direct and escalated answers as no drafts', () => {
    const hint = hintAfter({}, { escalated: true }, { direct: true });
    expect(hint).toMatch(/^1 of 3 answers came from a draft\./);
    expect(hint).toContain('They cost $0.003, which is $0.057 (95 %) less');
  });

  it('says so when a stronger model answered', () => {
    expect(hintAfter({ escalated: true })).toMatch(/^The answer came from a stronger model\. It cost /);
  });

  it('says when the cascade cost more', () => {
    expect(hintAfter({ costUsd: 0.03 })).toContain('$0.01 (50 %) more than the last model alone.');
  });

  it('shows large sums in cents', () => {
    expect(hintAfter({ costUsd: 1.239, baselineCostUsd: 12.5 })).toContain(
      'It cost $1.24, which is $11.26 (90 %)',
    );
  });

  it('compares with nothing when the last model is free', () => {
    expect(hintAfter({ costUsd: 0, baselineCostUsd: 0 })).toBe('The answer came from a draft. It cost $0.');
  });

  it('says of how many answers the cost is unknown, and how to mend it', () => {
    expect(hintAfter({}, { costUsd: null }, { baselineCostUsd: null })).toContain(
      '1 of them cost $0.001, which is $0.019 (95 %) less than the last model alone. What 2 cost is unknown: give the price under Options, Model Prices.',
    );
    expect(hintAfter({ costUsd: null })).toBe(
      'The answer came from a draft. What one cost is unknown: give the price under Options, Model Prices.',
    );
  });
});
