import { describe, expect, it } from '@jest/globals';
import { Evidence } from '../../../../core/guardrails/injection/evidence';

describe('Evidence', () => {
  it('is nothing without a sign', () => {
    expect(new Evidence().score).toBe(0);
    expect(new Evidence().reasons()).toEqual([]);
  });

  it('counts the strongest sign of a reason once, and adds up different reasons as independent', () => {
    const evidence = new Evidence();
    evidence.add('one', 0.5, 0);
    evidence.add('one', 0.4, 10);
    expect(evidence.score).toBeCloseTo(0.5);
    evidence.add('two', 0.5, 20);
    expect(evidence.score).toBeCloseTo(0.75);
  });

  it('adds up over the border of a block but not over a long way', () => {
    const near = new Evidence();
    near.add('one', 0.5, 1_999);
    near.add('two', 0.5, 2_001);
    expect(near.score).toBeCloseTo(0.75);
    const far = new Evidence();
    far.add('one', 0.5, 0);
    far.add('two', 0.5, 9_000);
    expect(far.score).toBeCloseTo(0.5);
  });

  it('names the gravest first, and leaves out what hardly counts', () => {
    const evidence = new Evidence();
    evidence.add('faint', 0.1, 0);
    evidence.add('weak', 0.3, 0);
    evidence.add('strong', 0.9, 90_000);
    expect(evidence.reasons()).toEqual(['strong', 'weak']);
  });
});
