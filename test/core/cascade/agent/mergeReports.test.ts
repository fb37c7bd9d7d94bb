import { describe, expect, it } from '@jest/globals';
import { mergeReports } from '../../../../core/cascade/agent/mergeReports';
import { attempt, reportOf } from './support/scriptedTurns';

const dear = { ...attempt, model: 'dear', role: 'verifier' as const };

describe('mergeReports', () => {
  it('leaves the report of a single turn as it is', () => {
    const report = reportOf();
    expect(mergeReports(report)).toBe(report);
  });

  it('sums what sums up, and takes the rest from the last turn', () => {
    const first = reportOf({ direct: true, latencyMs: 0.1 });
    const second = reportOf({
      escalated: true,
      costUsd: 0.011,
      savedUsd: -0.001,
      latencyMs: 0.2,
      attempts: [attempt, dear],
    });
    const last = reportOf({
      modelUsed: 'dear',
      complexity: 'HARD',
      domain: 'code',
      confidence: 0.4,
      threshold: 0.8,
      reason: 'escalated: the draft refuses to answer',
      costUsd: 0.02,
      baselineCostUsd: 0.02,
      attempts: [dear],
    });
    expect(mergeReports(first, second, last)).toEqual({
      modelUsed: 'dear',
      escalated: true,
      direct: true,
      confidence: 0.4,
      threshold: 0.8,
      complexity: 'HARD',
      domain: 'code',
      reason: 'escalated: the draft refuses to answer (the last of 3 turns)',
      costUsd: 0.032,
      baselineCostUsd: 0.04,
      savedUsd: 0.008,
      savedPercent: 20,
      latencyMs: 100.3,
      attempts: [attempt, attempt, dear, dear],
    });
  });

  it.each([
    ['cost', { costUsd: null }, { costUsd: null, baselineCostUsd: 0.02, savedUsd: null, savedPercent: null }],
    [
      'baseline',
      { baselineCostUsd: null },
      { costUsd: 0.002, baselineCostUsd: null, savedUsd: null, savedPercent: null },
    ],
  ])('does not know the sum when the %s of one turn is unknown', (_what, unknown, expected) => {
    expect(mergeReports(reportOf(), reportOf(unknown))).toMatchObject(expected);
    expect(mergeReports(reportOf(unknown), reportOf())).toMatchObject(expected);
  });

  it('says no share of nothing', () => {
    const free = reportOf({ costUsd: 0, baselineCostUsd: 0, savedUsd: 0, savedPercent: null });
    expect(mergeReports(free, free)).toMatchObject({ costUsd: 0, savedUsd: 0, savedPercent: null });
  });
});
