import { describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../../core/errors/invalidParameterError';

describe('InvalidParameterError', () => {
  it.each<[unknown, string]>([
    ['', 'empty'],
    ['abc', '"abc"'],
    ['a'.repeat(1000), `"${'a'.repeat(60)}…"`],
    [5, '5'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [10n, '10'],
    [undefined, 'missing'],
    [null, 'null'],
    [[1, 2], 'a list of 2'],
    [{ secret: 'hidden' }, 'an object'],
    [Symbol('a'), 'a symbol'],
    [() => 1, 'a function'],
  ])('says what was given: %p', (given, said) => {
    const { message } = new InvalidParameterError('size', given, 'a number');
    expect(message).toBe(`Parameter "size" is ${said}, but must be a number`);
  });

  it.each<[unknown, string]>([
    ['4111 1111 1111 1111', '"…"'],
    ['', 'empty'],
    [4111111111111111, 'a number'],
    [4111111111111111n, 'a bigint'],
    [undefined, 'missing'],
  ])('shows only the kind of a private value: %p', (given, said) => {
    const error = new InvalidParameterError('text', given, 'a text', { isPrivate: true });
    expect(error.message).toBe(`Parameter "text" is ${said}, but must be a text`);
    expect(error.renamed('Text').message).toBe(`Parameter "Text" is ${said}, but must be a text`);
  });

  it('keeps value and rule under another name', () => {
    const error = new InvalidParameterError('size', 5, 'less').renamed('Size of It');
    expect(error).toMatchObject({ parameter: 'Size of It', code: 'INVALID_PARAMETER' });
    expect(error.message).toBe('Parameter "Size of It" is 5, but must be less');
  });
});

describe('readParameter', () => {
  const schema = z.object({ rates: z.array(z.number({ invalid_type_error: 'a number' })) });

  it('gives what the schema makes of it', () => {
    expect(
      readParameter(
        'size',
        'a',
        z.string().transform((text) => text.length),
      ),
    ).toBe(1);
  });

  it('names the part that is wrong, and its value', () => {
    expect(() => readParameter('price', { rates: [1, 'two'] }, schema)).toThrow(
      'Parameter "price.rates.1" is "two", but must be a number',
    );
  });

  it('reads no inherited part', () => {
    const strict = z.object({
      constructor: z.number({ required_error: 'a number', invalid_type_error: 'a number' }),
    });
    expect(() => readParameter('given', {}, strict)).toThrow(
      'Parameter "given.constructor" is missing, but must be',
    );
  });
});
