import { describe, expect, it } from '@jest/globals';
import { RedactionMap } from '../../../../core/guardrails/redaction/redactionMap';

const valueOf = (value: string, label = 'EMAIL') => ({ label, value });

describe('a redaction map', () => {
  it('travels as JSON', () => {
    const map = new RedactionMap();
    expect(map.assign([valueOf('a'), valueOf('a', 'PHONE'), valueOf('b'), valueOf('a')])).toEqual([
      'EMAIL_1',
      'PHONE_1',
      'EMAIL_2',
      'EMAIL_1',
    ]);
    const json: unknown = JSON.parse(JSON.stringify(map));
    expect(json).toEqual({
      version: 1,
      entries: [
        ['EMAIL_1', 'a'],
        ['PHONE_1', 'a'],
        ['EMAIL_2', 'b'],
      ],
    });
    const copy = RedactionMap.from(json);
    expect(copy.assign([valueOf('b'), valueOf('c')])).toEqual(['EMAIL_2', 'EMAIL_3']);
    expect([copy.size, map.size]).toEqual([4, 3]);
  });

  it('takes values for data, whatever they look like', () => {
    const map = new RedactionMap();
    const values = ['__proto__', 'constructor', 'EMAIL_1', '\ud800', '', '\u0000'].map((value) =>
      valueOf(value),
    );
    const names = map.assign(values);
    expect(new Set(names).size).toBe(values.length);
    expect(names.map((name) => map.get(name))).toEqual(values.map(({ value }) => value));
    expect(map.get('__proto__')).toBeUndefined();
  });

  it('passes over a name that somebody gave by hand', () => {
    const map = RedactionMap.from({ version: 1, entries: [['EMAIL_2', 'x']] });
    expect(map.assign([valueOf('a'), valueOf('b')])).toEqual(['EMAIL_1', 'EMAIL_3']);
  });

  it('holds 10,000 values, and names none of those that would be more', () => {
    const map = new RedactionMap();
    map.assign(Array.from({ length: 9_999 }, (_, index) => valueOf(String(index))));
    expect(() => map.assign([valueOf('a'), valueOf('b')])).toThrow(
      expect.objectContaining({ code: 'REDACTIONS_FULL' }),
    );
    expect(map.size).toBe(9_999);
    expect(map.assign([valueOf('a'), valueOf('0'), valueOf('a')])).toEqual([
      'EMAIL_10000',
      'EMAIL_1',
      'EMAIL_10000',
    ]);
    expect(RedactionMap.from(map.toJSON()).size).toBe(10_000);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'map'],
    ['a text', '{"version":1,"entries":[]}', 'map'],
    ['another version', { version: 2, entries: [] }, 'map.version'],
    ['no entries', { version: 1 }, 'map.entries'],
    ['an entry that is none', { version: 1, entries: [['EMAIL_1']] }, 'map.entries.0'],
    ['a value that is none', { version: 1, entries: [['EMAIL_1', 7]] }, 'map.entries.0.1'],
    ['a value that is empty', { version: 1, entries: [['EMAIL_1', '']] }, 'map.entries.0.1'],
    [
      'a value that is too long',
      { version: 1, entries: [['EMAIL_1', 'x'.repeat(10_001)]] },
      'map.entries.0.1',
    ],
    ['a name without a number', { version: 1, entries: [['EMAIL', 'x']] }, 'map.entries.0.0'],
    ['a name with a zero', { version: 1, entries: [['EMAIL_01', 'x']] }, 'map.entries.0.0'],
    ['a name in small letters', { version: 1, entries: [['email_1', 'x']] }, 'map.entries.0.0'],
    ['a name of anything', { version: 1, entries: [['A B_1', 'x']] }, 'map.entries.0.0'],
    [
      'a name twice',
      {
        version: 1,
        entries: [
          ['EMAIL_1', 'x'],
          ['EMAIL_1', 'y'],
        ],
      },
      'map.entries',
    ],
    [
      'too many entries',
      { version: 1, entries: Array.from({ length: 10_001 }, () => ['EMAIL_1', 'x']) },
      'map.entries',
    ],
  ])('is not made of %s', (_, json, parameter) => {
    expect(() => RedactionMap.from(json)).toThrow(
      expect.objectContaining({ code: 'INVALID_PARAMETER', parameter }),
    );
  });
});
