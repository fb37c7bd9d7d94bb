import { describe, expect, it } from '@jest/globals';
import { readUserId } from '../../../core/profiles/userId';

describe('readUserId', () => {
  it.each([
    'user-123',
    '__proto__',
    'constructor',
    'a:b{c}*?',
    'two\nlines',
    ' spaces around ',
    '\u0000',
    'Ünïcödé 🦊',
    '0',
    'u'.repeat(256),
  ])('takes %j as it is', (id) => {
    expect(readUserId(id)).toBe(id);
  });

  it.each<[unknown, string]>([
    [undefined, 'is missing, but must be a text of 1 to 256 characters'],
    [null, 'is null, but must be a text of 1 to 256 characters'],
    ['', 'is empty, but must be a text of 1 to 256 characters'],
    [' \t\n', 'but must be a text that is not blank'],
    [42, 'is 42, but must be a text of 1 to 256 characters'],
    [{ toString: () => 'a' }, 'is an object, but must be a text of 1 to 256 characters'],
    [['a'], 'is a list of 1, but must be a text of 1 to 256 characters'],
    ['u'.repeat(257), 'but must be a text of 1 to 256 characters'],
    ['half \ud83e of a fox', 'but must be well-formed Unicode'],
    ['\udd8a', 'but must be well-formed Unicode'],
  ])('refuses %p', (given, saying) => {
    expect(() => readUserId(given)).toThrow(`Parameter "userId" `);
    expect(() => readUserId(given)).toThrow(saying);
  });

  it('keeps a huge id out of its error', () => {
    expect(() => readUserId('x'.repeat(10_000))).toThrow(
      new Error(`Parameter "userId" is "${'x'.repeat(60)}…", but must be a text of 1 to 256 characters`),
    );
  });
});
