import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../../../core/guardrails/spans/finding';
import { united } from '../../../../core/guardrails/spans/united';
import { withoutOverlaps } from '../../../../core/guardrails/spans/withoutOverlaps';

const found = (type: string, start: number, end: number, confidence = 0.8): Finding => ({
  type,
  start,
  end,
  confidence,
});

const arbitraryFindings = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.constantFrom(0.5, 0.9))
    .map(([type, start, length, confidence]) => found(type, start, start + length, confidence)),
  { maxLength: 20 },
);

const placesIn = (findings: readonly Finding[]) =>
  new Set(findings.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));

describe('findings that overlap', () => {
  const phone = found('phone', 0, 12, 0.6);
  const email = found('email', 4, 20, 0.9);

  it('go as one, of the surer kind, when they are united', () => {
    expect(united([phone, email])).toEqual([{ ...email, start: 0 }]);
  });

  it('leave the surer one alone otherwise', () => {
    expect(withoutOverlaps([phone, email])).toEqual([email]);
  });

  it('give way to the longer of equally sure ones, and to the earlier of equally long ones', () => {
    expect(withoutOverlaps([found('a', 0, 4), found('b', 2, 8)])).toEqual([found('b', 2, 8)]);
    expect(withoutOverlaps([found('b', 2, 6), found('a', 0, 4)])).toEqual([found('a', 0, 4)]);
  });

  it('are those that share a character, not those that touch', () => {
    const findings = [found('a', 0, 4), found('b', 4, 8)];
    expect(united(findings)).toEqual(findings);
    expect(withoutOverlaps(findings)).toEqual(findings);
  });
});

describe('any findings', () => {
  it('united cover what all of them cover, in order, none over another', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const one = united(findings);
        expect(placesIn(one)).toEqual(placesIn(findings));
        expect(one.every(({ start }, index) => start >= (one[index - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });

  it('without overlaps are of those given, in order, none over another, and none could be added', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        const kept = withoutOverlaps(findings);
        expect(kept.every((finding) => findings.includes(finding))).toBe(true);
        expect(kept.every(({ start }, index) => start >= (kept[index - 1]?.end ?? 0))).toBe(true);
        const taken = placesIn(kept);
        const isFree = (finding: Finding) => [...placesIn([finding])].every((place) => !taken.has(place));
        expect(findings.some(isFree)).toBe(false);
      }),
    );
  });
});
