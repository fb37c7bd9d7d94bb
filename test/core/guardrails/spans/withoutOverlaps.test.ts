import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../../../core/guardrails/spans/finding';
import { withoutOverlaps } from '../../../../core/guardrails/spans/withoutOverlaps';

const at = (start: number, end: number, confidence = 0.5): Finding => ({ type: 'a', start, end, confidence });

const findings = fc.array(
  fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }), fc.constantFrom(0.3, 0.6, 0.9))
    .map(([start, length, confidence]) => at(start, start + length, confidence)),
  { maxLength: 12 },
);

const touch = (one: Finding, other: Finding) => one.start < other.end && other.start < one.end;

describe('withoutOverlaps', () => {
  it.each<[what: string, given: Finding[], kept: Finding[]]>([
    ['nothing of nothing', [], []],
    ['the surer one', [at(0, 5, 0.6), at(3, 6, 0.9)], [at(3, 6, 0.9)]],
    ['of two as sure the longer one', [at(0, 3), at(2, 9)], [at(2, 9)]],
    ['of two as sure and as long the earlier one', [at(2, 5), at(0, 3)], [at(0, 3)]],
    ['both when one ends where the other begins', [at(3, 6), at(0, 3)], [at(0, 3), at(3, 6)]],
    [
      'what a dropped one had covered',
      [at(0, 9, 0.5), at(0, 2, 0.9), at(7, 9, 0.8)],
      [at(0, 2, 0.9), at(7, 9, 0.8)],
    ],
  ])('keeps %s', (_what, given, kept) => {
    expect(withoutOverlaps(given)).toEqual(kept);
  });

  it('gives findings in order, none over another, and leaves none out that touches no kept one', () => {
    fc.assert(
      fc.property(findings, (given) => {
        const kept = withoutOverlaps(given);
        kept.slice(1).forEach((finding, index) => {
          expect(finding.start).toBeGreaterThanOrEqual(kept[index]?.end ?? 0);
        });
        expect(given.every((finding) => kept.some((other) => touch(finding, other)))).toBe(true);
      }),
    );
  });
});
