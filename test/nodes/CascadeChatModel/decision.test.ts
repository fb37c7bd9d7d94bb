import { describe, expect, it } from '@jest/globals';
import type { CascadeReport } from '../../../core';
import { decisionIn } from '../../../nodes/CascadeChatModel/decision';

const report: CascadeReport = {
  modelUsed: 'gpt-4o',
  escalated: true,
  direct: false,
  confidence: 0.0786,
  threshold: 0.72,
  complexity: 'SIMPLE',
  domain: 'general',
  reason: 'escalated: the draft was cut off at its length limit',
  costUsd: 0.00129845,
  baselineCostUsd: 0.0012425,
  savedUsd: -0.00005595,
  savedPercent: -4.5,
  latencyMs: 885.5,
  attempts: [],
};

describe('the line about a decision', () => {
  it('says who answered, why, how sure the draft was, and what it cost', () => {
    expect(decisionIn(report)).toBe(
      'gpt-4o answered · escalated: the draft was cut off at its length limit · confidence 0.08 of 0.72 · cost $0.0013, the last model alone $0.0012',
    );
  });

  it('leaves out what is not known', () => {
    expect(decisionIn({ ...report, confidence: null, costUsd: null })).toMatch(/limit · cost unknown$/);
    expect(decisionIn({ ...report, baselineCostUsd: null })).toMatch(/ · cost \$0\.0013$/);
  });
});
