import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapTexts, textsIn, withTexts } from '../../../../core/guardrails/json/mapTexts';

const upper = (text: string) => text.toUpperCase();
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('the texts of JSON', () => {
  it('are mapped wherever they are, in a copy', () => {
    const json = { a: 'x', b: [1, 'y', { c: 'z', d: null }], e: true };
    expect(mapTexts(json, upper)).toEqual({ a: 'X', b: [1, 'Y', { c: 'Z', d: null }], e: true });
    expect(json.a).toBe('x');
    expect(mapTexts('x', upper)).toBe('X');
  });

  it('are the names of fields too, if so chosen', () => {
    expect(textsIn({ a: 'x', b: { c: ['y'] } }, { keys: true })).toEqual(['a', 'x', 'b', 'c', 'y']);
    expect(mapTexts({ a: ['b'] }, upper, { keys: true })).toEqual({ A: ['B'] });
  });

  it('are numbers too, if so chosen, which stay numbers when nothing changes', () => {
    const json = { a: [1234567, 123456, 1.2345678, -7654321, 1e21, Number.NaN], b: '1234567' };
    const options = { leastDigits: 7 };
    expect(textsIn(json, options)).toEqual(['1234567', '-7654321', '1234567']);
    expect(mapTexts(json, (text) => text, options)).toEqual(json);
    expect(withTexts(json, ['x', '-7654321', 'y'], options)).toEqual({
      a: ['x', ...json.a.slice(1)],
      b: 'y',
    });
  });

  it('lose no field whose name becomes that of another', () => {
    const copy = mapTexts(
      { 'a@b.co': 1, 'c@d.co': 2, 'e@f.co': 3, '[EMAIL] (2)': 4 },
      (text) => (text.includes('@') ? '[EMAIL]' : text),
      { keys: true },
    );
    expect(JSON.stringify(copy)).toBe('{"[EMAIL]":1,"[EMAIL] (2)":2,"[EMAIL] (3)":3,"[EMAIL] (2) (2)":4}');
  });

  it('come in the order of JSON, and can be put back in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.boolean(), (json, keys) => {
        const texts = textsIn(json, { keys });
        expect(withTexts(json, texts, { keys })).toEqual(json);
        const numbered = texts.map((_, index) => `text ${String(index)}`);
        expect(textsIn(withTexts(json, numbered, { keys }), { keys })).toEqual(numbered);
        expect(JSON.stringify(mapTexts(json, (text) => text))).toBe(JSON.stringify(json));
      }),
    );
  });

  it('may lie under any name', () => {
    const json: unknown = JSON.parse('{"__proto__":{"polluted":"x"},"constructor":"y","toJSON":"z"}');
    const copy = mapTexts(json, upper);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":"X"},"constructor":"Y","toJSON":"Z"}');
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
  });

  it('are not what writes itself as JSON', () => {
    const date = new Date(0);
    const bytes = Buffer.from('abc');
    expect(mapTexts({ date, bytes, none: undefined }, upper)).toEqual({ date, bytes, none: undefined });
  });
});

describe('JSON that is too large', () => {
  it('has more than a thousand levels', () => {
    expect(mapTexts(nested(1_000), upper)).toEqual(nested(1_000));
    for (const levels of [1_001, 500_000]) {
      expect(() => mapTexts(nested(levels), upper)).toThrow(
        expect.objectContaining({ code: 'JSON_TOO_LARGE', message: 'The JSON has more than 1000 levels' }),
      );
    }
  });

  it('contains itself', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(() => mapTexts(circle, upper)).toThrow('The JSON has more than 1000 levels');
  });

  it('has more than a million values', () => {
    const values = Array.from({ length: 1_000_000 }, () => 1);
    expect(() => mapTexts(values, upper)).toThrow('The JSON has more than 1000000 values');
    const doubling = Array.from({ length: 40 }).reduce((inner) => [inner, inner], 'x');
    expect(() => mapTexts(doubling, upper)).toThrow('The JSON has more than 1000000 values');
  });
});
