import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvRows } from '../../../scripts/fit/data/csv.mts';
import { stratifiedFolds } from '../../../scripts/fit/measure/folds.mts';
import { auroc, bestThreshold, verdictsAt } from '../../../scripts/fit/measure/measures.mts';
import { fitBlend } from '../../../scripts/fit/measure/platt.mts';

describe('auroc', () => {
  it('is the share of pairs in the right order, ties half', () => {
    expect(auroc([1, 2, 3, 4], [false, false, true, true])).toBe(1);
    expect(auroc([4, 3, 2, 1], [false, false, true, true])).toBe(0);
    expect(auroc([1, 2, 2, 3], [false, true, false, true])).toBe(0.875);
  });
});

describe('verdictsAt', () => {
  it('counts what is at the threshold as a yes', () => {
    expect(verdictsAt(0.5, [0.5, 0.9, 0.1, 0.7], [true, true, true, false])).toEqual({
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
      falsePositiveRate: 1,
    });
  });
});

describe('bestThreshold', () => {
  it('keeps to the false positives that are allowed', () => {
    const scores = [0.9, 0.8, 0.7, 0.6, 0.5];
    const labels = [true, false, true, true, false];
    expect(bestThreshold(scores, labels, 1)).toBe(0.6);
    expect(bestThreshold(scores, labels, 0)).toBe(0.9);
  });
});

describe('fitBlend', () => {
  it('finds the odds that the labels show', () => {
    const rows = [...Array.from({ length: 40 }, () => [0]), ...Array.from({ length: 40 }, () => [1])];
    const labels = rows.map((_, index) => (index < 40 ? index < 10 : index < 70));
    const { factors, offset } = fitBlend(rows, labels);
    expect(offset).toBeCloseTo(Math.log(10 / 30), 1);
    expect(offset + (factors[0] ?? NaN)).toBeCloseTo(Math.log(30 / 10), 1);
  });
});

describe('stratifiedFolds', () => {
  it('measures each row once, never one it fits with, and spreads the positives', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const rows = Array.from({ length: 53 }, (_, row) => row);
        const folds = stratifiedFolds(rows, (row) => row < 15, { count: 5, seed });
        expect(folds.flatMap(({ measure }) => measure).sort((a, b) => a - b)).toEqual(rows);
        for (const { fit, measure } of folds) {
          expect([...fit, ...measure].sort((a, b) => a - b)).toEqual(rows);
          expect(measure.filter((row) => row < 15)).toHaveLength(3);
        }
      }),
    );
  });
});

describe('csvRows', () => {
  it('reads quotes, commas and line breaks in fields', () => {
    const [first, second] = csvRows('text,label\r\n"say ""no"", now\nor never",yes\r\nplain,no');
    expect(first?.get('text')).toBe('say "no", now\nor never');
    expect(first?.get('label')).toBe('yes');
    expect(second?.get('text')).toBe('plain');
  });

  it('does not read on past a quote that stays open', () => {
    expect(() => csvRows('text\n"open')).toThrow('not closed');
  });
});
