import { expect, it } from '@jest/globals';
import { asRecord, countIn, isRecord, numberIn, recordIn, stringIn } from '../../../nodes/shared/shape';

it('reads what is there, and nothing else', () => {
  const record = {
    text: 'a',
    blank: '',
    count: 3,
    loss: -3,
    nan: Number.NaN,
    part: { of: 'it' },
    none: null,
  };
  expect(stringIn(record, 'text')).toBe('a');
  expect(numberIn(record, 'count')).toBe(3);
  expect(numberIn(record, 'loss')).toBe(-3);
  expect(countIn(record, 'count')).toBe(3);
  expect(recordIn(record, 'part')).toEqual({ of: 'it' });
  for (const name of ['blank', 'count', 'nan', 'none', 'missing'])
    expect(stringIn(record, name)).toBeUndefined();
  for (const name of ['text', 'nan', 'none', 'missing']) expect(numberIn(record, name)).toBeUndefined();
  for (const name of ['text', 'loss', 'nan', 'missing']) expect(countIn(record, name)).toBeUndefined();
  for (const name of ['text', 'count', 'none', 'missing']) expect(recordIn(record, name)).toEqual({});
});

it('takes objects and lists for records, and nothing else', () => {
  expect([{}, [], new Map()].every(isRecord)).toBe(true);
  expect([null, undefined, 'a', 5, () => 1].some(isRecord)).toBe(false);
  expect(asRecord('a')).toEqual({});
});
