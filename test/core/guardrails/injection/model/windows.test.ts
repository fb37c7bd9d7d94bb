import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amongWindows, windowsOf } from '../../../../../core/guardrails/injection/model/windows';

const page = { size: 300, fewest: 20 };
const words = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

describe('windowsOf', () => {
  it('has none for a short text and one for a page', () => {
    expect(windowsOf(words(19), page)).toEqual([]);
    expect(windowsOf(words(300), page)).toEqual([{ tokens: words(300), place: 0 }]);
  });

  it('covers every word of a long text, at most twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 301, max: 3_000 }), (count) => {
        const windows = windowsOf(words(count), page);
        const seen = windows.flatMap(({ tokens }) => tokens);
        expect(new Set(seen).size).toBe(count);
        expect(seen.length).toBeLessThanOrEqual(2 * count);
        for (const { tokens } of windows) expect(tokens.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});

describe('amongWindows', () => {
  it('asks more of one window among many', () => {
    expect(amongWindows(2, 1)).toBe(2);
    expect(amongWindows(2, 10)).toBeLessThan(2);
  });
});
