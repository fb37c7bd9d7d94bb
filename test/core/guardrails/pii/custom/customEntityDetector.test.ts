import { describe, expect, it } from '@jest/globals';
import { safeRegex } from 'n8n-workflow';
import {
  customEntityDetector,
  customEntityDetectors,
} from '../../../../../core/guardrails/pii/custom/customEntityDetector';
import type { CustomEntity } from '../../../../../core/guardrails/pii/custom/customEntity';
import { PatternError } from '../../../../../core/guardrails/pii/custom/patternError';
import { findEntities } from '../../../../../core/guardrails/pii/findEntities';
import type { PatternRunner } from '../../../../../core/guardrails/patterns/patternRunner';

/** n8n's own runner, which stops a pattern after a quarter of a second. */
const runner: PatternRunner = {
  matchAll: (source, text, flags) =>
    safeRegex.matchAll(source, text, flags).map(({ index = 0, 0: found }) => ({ index, 0: found })),
};
const EMPLOYEE: CustomEntity = { name: 'employee_id', pattern: 'emp-\\d{6}' };

function found(entity: CustomEntity, text: string): string[] {
  const detector = customEntityDetector(entity, runner);
  return findEntities(text, [detector], 0.5).map(({ start, end }) => text.slice(start, end));
}

function faultOf(act: () => unknown): unknown {
  try {
    act();
  } catch (fault) {
    return fault;
  }
  throw new Error('It did not fail');
}

describe('customEntityDetector', () => {
  it('finds what the pattern matches, under its name', () => {
    const detector = customEntityDetector(EMPLOYEE, runner);
    expect(detector.type).toBe('employee_id');
    expect(found(EMPLOYEE, 'emp-123456, EMP-123456 and emp-654321')).toEqual(['emp-123456', 'emp-654321']);
  });

  it.each([
    ['/emp-\\d{6}/i', 'EMP-123456'],
    ['/emp-\\d{6}/gi', 'EMP-123456'],
    ['/^emp-\\d{6}$/im', 'EMP-123456'],
    ['/EMP.123456/s', 'EMP-123456'],
    ['\\p{Lu}{3}-\\d+', ''],
    ['/\\p{Lu}{3}-\\d+/u', 'EMP-123456'],
  ])('reads the literal %s', (pattern, expected) => {
    expect(found({ name: 'id', pattern }, 'x\nEMP-123456\ny')).toEqual(expected === '' ? [] : [expected]);
  });

  it('sees digits of every script, and through invisible characters', () => {
    expect(found(EMPLOYEE, '😀 emp-１２３\u200b٤٥٦!')).toEqual(['emp-１２３\u200b٤٥٦']);
  });

  it('gives nothing for empty matches', () => {
    expect(found({ name: 'id', pattern: '\\d*' }, 'a12b')).toEqual(['12']);
  });

  it.each<[NonNullable<CustomEntity['validator']>, string, string, string]>([
    ['luhn', '\\d[\\d ]{17}\\d', '4111 1111 1111 1111', '4111 1111 1111 1112'],
    ['verhoeff', '\\d{4}', '2363', '2364'],
    ['iban', '[A-Z]{2}[\\d ]+\\d', 'DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 01'],
    ['ean', '\\d{13}', '4006381333931', '4006381333932'],
    ['aba_routing', '\\d{9}', '021000021', '021000022'],
    [(value) => value.endsWith('7'), '\\d+', '17', '18'],
  ])('keeps what the validator %p keeps', (validator, pattern, right, wrong) => {
    expect(found({ name: 'id', pattern, validator }, `= ${right} =`)).toEqual([right]);
    expect(found({ name: 'id', pattern, validator }, `= ${wrong} =`)).toEqual([]);
  });

  it('weighs the words around a match', () => {
    const entity = { name: 'badge', pattern: '\\d{6}', confidence: 0.3, supportingWords: [' Badge '] };
    expect(found(entity, 'badge 123456')).toEqual(['123456']);
    expect(found(entity, 'number 123456')).toEqual([]);
  });
});

describe('a pattern that cannot be run', () => {
  it('needs a runner', () => {
    const fault = faultOf(() => customEntityDetector(EMPLOYEE, undefined));
    expect(fault).toBeInstanceOf(PatternError);
    expect(fault).toMatchObject({
      code: 'PATTERN_FAILED',
      entity: 'employee_id',
      fault: 'no_runner',
      message: 'The pattern of the entity "employee_id" cannot be run here',
    });
  });

  it.each(['emp-(', '[z-a]', '/a{2,1}/', '/a/uv'])('is refused when invalid: %s', (pattern) => {
    const fault = faultOf(() => customEntityDetector({ name: 'id', pattern }, runner));
    expect(fault).toMatchObject({
      fault: 'invalid',
      message: 'The pattern of the entity "id" is no valid regular expression',
    });
  });

  it('is stopped when it takes too long, and says nothing of the text', () => {
    const text = `${'secret '.repeat(5)}${'a'.repeat(40)}!`;
    const detector = customEntityDetector({ name: 'slow', pattern: '^(?:[a-z ]+)+$' }, runner);
    const fault = faultOf(() => findEntities(text, [detector], 0.5));
    expect(fault).toBeInstanceOf(PatternError);
    expect(fault).toMatchObject({ entity: 'slow', fault: 'stopped' });
    expect(fault).not.toHaveProperty('cause');
    expect(JSON.stringify(fault) + String(fault)).not.toContain('secret');
  });
});

describe('customEntityDetectors', () => {
  it('gives one for each entity', () => {
    const detectors = customEntityDetectors([EMPLOYEE, { name: 'B-2', pattern: 'b' }], runner);
    expect(detectors.map(({ type }) => type)).toEqual(['employee_id', 'B-2']);
  });

  it.each<[unknown, string]>([
    ['x', 'Parameter "customEntities" is "x", but must be a list of at most 50 entities'],
    [[7], 'Parameter "customEntities.0" is 7, but must be an object with a name and a pattern'],
    [[{ pattern: 'a' }], 'Parameter "customEntities.0.name" is missing, but must be 1 to 40 letters, digits'],
    [[{ name: 'a b', pattern: 'a' }], '"customEntities.0.name" is "a b", but must be 1 to 40'],
    [[{ name: 'é', pattern: 'a' }], '"customEntities.0.name" is "é"'],
    [[{ name: 'a'.repeat(41), pattern: 'a' }], 'but must be 1 to 40'],
    [[{ name: 'EMAIL', pattern: 'a' }], 'is "EMAIL", but must be a name that no built-in entity has'],
    [
      [{ name: 'a', pattern: '' }],
      '"customEntities.0.pattern" is empty, but must be a regular expression of',
    ],
    [[{ name: 'a', pattern: 'a'.repeat(1001) }], 'but must be a regular expression of 1 to 1000 characters'],
    [[{ name: 'a', pattern: '/a/y' }], 'with no other flags than g, i, m, s, u and v'],
    [
      [{ name: 'a', pattern: 'a', validator: 'sum' }],
      'is "sum", but must be a function or one of luhn, verhoeff',
    ],
    [[{ name: 'a', pattern: 'a', confidence: 2 }], 'confidence" is 2, but must be a number from 0 to 1'],
    [[{ name: 'a', pattern: 'a', supportingWords: 'b' }], 'but must be a list of at most 50 words'],
    [
      [EMPLOYEE, { ...EMPLOYEE, name: 'Employee_ID' }],
      'is "Employee_ID", but must be a list in which every name',
    ],
  ])('refuses %j', (given, saying) => {
    expect(() => customEntityDetectors(given, runner)).toThrow(saying);
  });

  it('takes names that objects have of their own', () => {
    const [detector] = customEntityDetectors([{ name: '__proto__', pattern: 'a' }], runner);
    expect(detector?.type).toBe('__proto__');
  });
});
