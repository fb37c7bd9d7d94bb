import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isWhole, outermost, readPaths, replaceAt } from '../../../nodes/Guardrails/paths';

const stepsOf = (given: unknown) => readPaths('Fields', given).map(({ steps }) => steps);

const ALLOWED =
  'must be names of fields separated by commas, such as subject, customer.note, messages[0].text';

/** What stands at the end of a path, and the item once it is something else. */
function replaced(item: IDataObject, written: string): { found: unknown; item: unknown } {
  const [path] = readPaths('Fields', written);
  if (!path) throw new Error('There is no path');
  let found: unknown;
  const changed = replaceAt(item, path, (value) => {
    found = value;
    return 'new';
  });
  return { found, item: changed };
}

describe('paths', () => {
  it.each<[string, (string | number)[][]]>([
    ['', [[]]],
    ['  ', [[]]],
    ['subject', [['subject']]],
    ['a, b.c ,d', [['a'], ['b', 'c'], ['d']]],
    ['messages[0].text', [['messages', 0, 'text']]],
    ['messages.0.text', [['messages', '0', 'text']]],
    ['rows[1][2]', [['rows', 1, 2]]],
    ['First Name', [['First Name']]],
    ['["a.b, c"].d', [['a.b, c', 'd']]],
    ["x['it is'], y", [['x', 'it is'], ['y']]],
    ['__proto__.constructor', [['__proto__', 'constructor']]],
    ['größe.名前', [['größe', '名前']]],
  ])('are read: "%s"', (given, steps) => {
    expect(stepsOf(given)).toEqual(steps);
  });

  it.each<[string, string]>([
    ['a,,b', 'is empty'],
    ['a,', 'is empty'],
    ['.a', 'is ".a"'],
    ['a.', 'is "a."'],
    ['a..b', 'is "a..b"'],
    ['a[', 'is "a["'],
    ['a[-1]', 'is "a[-1]"'],
    ['a[x]', 'is "a[x]"'],
    ['a["x]', 'is "a["x]"'],
    ['a]b', 'is "a]b"'],
  ])('are refused: "%s"', (given, said) => {
    expect(() => stepsOf(given)).toThrow(`Parameter "Fields" ${said}, but ${ALLOWED}`);
  });

  it.each([[['a', 'b']], [{}], [7], [null], [undefined], ['a'.repeat(10_001)]])('are no %#', (given) => {
    expect(() => stepsOf(given)).toThrow(ALLOWED);
  });

  it('are at most a hundred', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `f${String(index)}`).join();
    expect(stepsOf(names(100))).toHaveLength(100);
    expect(() => stepsOf(names(101))).toThrow('at most 100 fields');
  });

  it('never throw anything but what says how to write them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab.,[\]"' 01]{0,12}$/), (given) => {
        try {
          expect(readPaths('Fields', given).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ code: 'INVALID_PARAMETER' });
        }
      }),
    );
  });
});

describe('replacing', () => {
  const item = () => ({
    subject: 'old',
    messages: [{ text: 'first' }, { text: 'second' }],
    customer: { 'first name': 'Ann', note: null },
  });

  it.each<[string, unknown, object]>([
    ['subject', 'old', { subject: 'new' }],
    ['messages[1].text', 'second', { messages: [{ text: 'first' }, { text: 'new' }] }],
    ['messages.1', { text: 'second' }, { messages: [{ text: 'first' }, 'new'] }],
    ['customer["first name"]', 'Ann', { customer: { 'first name': 'new', note: null } }],
    ['customer.note', null, { customer: { 'first name': 'Ann', note: 'new' } }],
  ])('happens at %s and nowhere else, in a copy', (path, found, changed) => {
    const original = item();
    expect(replaced(original, path)).toEqual({ found, item: { ...item(), ...changed } });
    expect(original).toEqual(item());
  });

  it('may take the whole item', () => {
    expect(replaced(item(), '')).toEqual({ found: item(), item: 'new' });
  });

  it.each([
    'subjct',
    'customer.notes',
    'messages[2].text',
    'messages.length',
    'messages.01',
    'subject.length',
    'subject[0]',
    'customer.note.x',
    'constructor',
    '__proto__',
    'messages.map',
    'toString.name',
  ])('needs a field that the item has: %s', (path) => {
    expect(() => replaced(item(), path)).toThrow(
      `Parameter "Fields" is "${path}", but must be a field of the item`,
    );
  });

  it('takes names for data, whatever they mean elsewhere', () => {
    const hostile = JSON.parse('{"__proto__":{"x":"old"},"constructor":{"prototype":"old"}}') as IDataObject;
    expect(JSON.stringify(replaced(hostile, '__proto__.x').item)).toBe(
      '{"__proto__":{"x":"new"},"constructor":{"prototype":"old"}}',
    );
    expect(JSON.stringify(replaced(hostile, 'constructor.prototype').item)).toBe(
      '{"__proto__":{"x":"old"},"constructor":{"prototype":"new"}}',
    );
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('goes a thousand levels deep', () => {
    let deep: IDataObject = { text: 'old' };
    for (let level = 0; level < 1000; level++) deep = { a: deep };
    const { found, item: changed } = replaced(deep, `${'a.'.repeat(1000)}text`);
    expect(found).toBe('old');
    expect(JSON.stringify(changed)).toBe(JSON.stringify(deep).replace('"old"', '"new"'));
  });
});

describe('the outermost of several paths', () => {
  const names = (given: string) => outermost(readPaths('Fields', given)).map(({ name }) => name);

  it.each([
    ['a, b', ['a', 'b']],
    ['a.b, a', ['a']],
    ['a, a.b, a.b.c, ab', ['a', 'ab']],
    ['a, a', ['a']],
    ['a[0], a.0, a["0"].b', ['a[0]']],
    ['a.b, a.c', ['a.b', 'a.c']],
  ])('%s', (given, expected) => {
    expect(names(given)).toEqual(expected);
  });

  it('may be the whole item', () => {
    expect(readPaths('Fields', '').map(isWhole)).toEqual([true]);
    expect(readPaths('Fields', 'a').map(isWhole)).toEqual([false]);
  });
});
