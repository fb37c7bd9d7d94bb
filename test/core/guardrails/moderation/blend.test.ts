import { describe, expect, it } from '@jest/globals';
import { blend } from '../../../../core/guardrails/moderation/blend';
import type { ModerationScores } from '../../../../core/guardrails/moderation/categories';

function scores(hate: number): ModerationScores {
  return { hate, harassment: 0, 'self-harm': 0, sexual: 0, 'sexual/minors': 0, violence: 0 };
}

function hate(pattern: number, model: number, words: number): number {
  return blend(scores(pattern), scores(model), words).hate;
}

describe('blend', () => {
  it('believes the model about a long text', () => {
    expect(hate(0, 0.8, 100)).toBeCloseTo(0.8);
    expect(hate(0, 0.2, 100)).toBeCloseTo(0.2);
  });

  it('lets patterns decide about a short one, whatever the model says', () => {
    expect(hate(0, 0.99, 3)).toBeLessThan(0.5);
    expect(hate(0.8, 0.2, 3)).toBeGreaterThan(0.5);
  });

  it('adds what patterns found to the evidence of the model', () => {
    expect(hate(0.4, 0.45, 100)).toBeGreaterThan(0.5);
    expect(hate(0.4, 0.45, 100)).toBeGreaterThan(hate(0.2, 0.45, 100));
  });

  it('lets nothing talk a clear pattern down', () => {
    expect(hate(0.92, 0, 1000)).toBeGreaterThanOrEqual(0.92);
  });

  it.each([0, 1])('stays between 0 and 1 with a model that is certain: %d', (model) => {
    for (const words of [0, 10, 1000]) {
      expect(hate(model, model, words)).toBeGreaterThanOrEqual(0);
      expect(hate(model, model, words)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps categories apart', () => {
    const { violence } = blend(scores(0.92), scores(0.99), 100);
    expect(violence).toBeLessThan(0.05);
  });
});
