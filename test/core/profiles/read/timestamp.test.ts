import { describe, expect, it } from '@jest/globals';
import { readTimestamp } from '../../../../core/profiles/read/timestamp';

describe('readTimestamp', () => {
  it.each<[unknown, string]>([
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T12:00:00.123456+01:00', '2026-01-31T11:00:00.123Z'],
    ['2026-01-31 12:00:00', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31 12:00:00.5+00', '2026-01-31T12:00:00.500Z'],
    ['2026-01-31 12:00:00-0530', '2026-01-31T17:30:00.000Z'],
    ['2026-01-31t12:00z', '2026-01-31T12:00:00.000Z'],
    [' 2026-01-31 ', '2026-01-31T00:00:00.000Z'],
  ])('reads %p', (given, iso) => {
    expect(readTimestamp('createdAt', given)).toBe(iso);
  });

  it.each<[unknown]>([
    [''],
    ['31.01.2026'],
    ['2026-13-01'],
    ['2026-01-31T25:00:00Z'],
    [new Date(Number.NaN)],
    [1_769_860_800_000],
    [null],
    [undefined],
    [{}],
  ])('refuses %p', (given) => {
    expect(() => readTimestamp('createdAt', given)).toThrow('but must be a date, or a text like');
  });
});
