import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { argumentsCheck } from '../../../../../core/cascade/agent/tools/argumentsCheck';

function faultOf(schema: unknown, args: unknown): string | undefined {
  const check = argumentsCheck(schema);
  if (!check.usable) throw new Error(check.schemaFault);
  return check.faultOf(args);
}

function schemaFaultOf(schema: unknown): string | undefined {
  const check = argumentsCheck(schema);
  return check.usable ? undefined : check.schemaFault;
}

const draft = (name: string) => `https://json-schema.org/draft/${name}/schema`;

describe('argumentsCheck', () => {
  it.each<[string, Record<string, unknown>, unknown, unknown]>([
    ['type', { properties: { a: { type: 'integer' } } }, { a: 5 }, { a: '5' }],
    ['several types', { properties: { a: { type: ['string', 'null'] } } }, { a: null }, { a: 5 }],
    ['required', { required: ['a'] }, { a: null }, {}],
    ['enum', { properties: { a: { enum: ['x', 1] } } }, { a: 1 }, { a: '1' }],
    ['const', { properties: { a: { const: { b: [1] } } } }, { a: { b: [1] } }, { a: { b: [2] } }],
    ['additionalProperties', { properties: { a: {} }, additionalProperties: false }, { a: 1 }, { b: 1 }],
    ['pattern', { properties: { a: { pattern: '^[A-Z]{3}$' } } }, { a: 'EUR' }, { a: 'euro' }],
    ['format', { properties: { a: { format: 'date' } } }, { a: '2024-02-29' }, { a: '2023-02-29' }],
    ['limits', { properties: { a: { minimum: 1, exclusiveMaximum: 3 } } }, { a: 2 }, { a: 3 }],
    ['lengths', { properties: { a: { minLength: 2, maxLength: 2 } } }, { a: '🙂🙂' }, { a: '🙂' }],
    [
      'items',
      { properties: { a: { items: { type: 'number' }, maxItems: 2 } } },
      { a: [1, 2] },
      { a: [1, 'x'] },
    ],
    ['anyOf', { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, { b: 1 }, { c: 1 }],
    ['not', { not: { required: ['a'] } }, { b: 1 }, { a: 1 }],
    [
      'references',
      {
        properties: { a: { $ref: '#/$defs/tree' } },
        $defs: { tree: { items: { $ref: '#/$defs/tree' }, type: 'array' } },
      },
      { a: [[], [[]]] },
      { a: [[], [5]] },
    ],
    [
      'draft 4',
      {
        $schema: 'http://json-schema.org/draft-04/schema#',
        properties: { a: { minimum: 1, exclusiveMinimum: true } },
      },
      { a: 2 },
      { a: 1 },
    ],
    [
      'draft 7',
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        properties: { a: { items: [{ type: 'string' }] } },
      },
      { a: ['x'] },
      { a: [1] },
    ],
    [
      'draft 2019-09',
      { $schema: draft('2019-09'), dependentRequired: { a: ['b'] } },
      { a: 1, b: 2 },
      { a: 1 },
    ],
    [
      'draft 2020-12',
      { $schema: draft('2020-12'), properties: { a: { prefixItems: [{ type: 'string' }] } } },
      { a: ['x'] },
      { a: [1] },
    ],
  ])('knows %s', (_keyword, schema, good, bad) => {
    const whole = { type: 'object', ...schema };
    expect(faultOf(whole, good)).toBeUndefined();
    expect(faultOf(whole, bad)).not.toBeUndefined();
  });

  it('says where the fault is, in few words', () => {
    const schema = { properties: { to: { properties: { zip: { type: 'string' } } } } };
    expect(faultOf(schema, { to: { zip: 10115 } })).toBe(
      'Property "to" does not match schema. to: Property "zip" does not match schema. ' +
        'to/zip: Instance type "number" is invalid. Expected "string".',
    );
    const long = { [`p${'x'.repeat(100_000)}`]: 1 };
    expect(faultOf({ additionalProperties: false }, long)?.length).toBeLessThanOrEqual(301);
  });

  it('takes no name for given that merely every object has', () => {
    expect(faultOf({ required: ['constructor'] }, {})).not.toBeUndefined();
    expect(faultOf({ properties: { toString: { type: 'string' } } }, {})).toBeUndefined();
    expect(faultOf({ additionalProperties: false }, JSON.parse('{"__proto__":1}'))).not.toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['no schema at all', undefined],
    ['a text', 'object'],
    ['a misspelt type', { type: 'strnig' }],
    ['a misspelt type deep inside', { properties: { a: { items: { type: 'int' } } } }],
    ['properties that are a list', { properties: [] }],
    ['required that is a flag', { properties: { a: { required: true } } }],
    ['an enum that is none', { enum: 'a' }],
    ['a pattern that is none', { properties: { a: { pattern: '(' } } }],
    ['a pattern of names that is none', { patternProperties: { '(': {} } }],
    ['a negative length', { properties: { a: { minLength: -1 } } }],
    ['a reference into nothing', { properties: { a: { $ref: '#/$defs/missing' } } }],
    ['a reference to elsewhere', { properties: { a: { $ref: 'https://example.org/schema.json' } } }],
    ['a reference to itself', { $ref: '#' }],
    ['an impossible id', { $id: 'http://[' }],
  ])('finds out %s', (_what, schema) => {
    expect(schemaFaultOf(schema)).toEqual(expect.any(String));
  });

  it.each([null, 'object', [], 5])('says that %j is not one', (given) => {
    expect(schemaFaultOf(given)).toMatch(/^Instance type "\w+" is invalid\./);
  });

  it('minds no dialect that it does not know', () => {
    expect(faultOf({ $schema: 5, type: 'object' }, {})).toBeUndefined();
  });

  it('neither changes the schema nor minds that it is frozen', () => {
    const schema = Object.freeze({
      properties: Object.freeze({ a: Object.freeze({ $ref: '#/$defs/b' }) }),
      $defs: { b: {} },
    });
    expect(faultOf(schema, { a: 1 })).toBeUndefined();
    expect(Object.getOwnPropertyNames(schema)).toEqual(['properties', '$defs']);
  });

  it.each(['^(a+)+$', '^(?:[a-z]*)*$', '(\\d+){2,}x'])('leaves the pattern %s to the tool', (pattern) => {
    expect(faultOf({ properties: { a: { pattern } } }, { a: `${'a'.repeat(40)}!` })).toBeUndefined();
  });

  it('leaves to the tool what could take forever', () => {
    const schema = { properties: { a: { uniqueItems: true }, u: { type: 'string', format: 'url' } } };
    const args = { a: [1, 1], u: `http://${'a'.repeat(60)}!` };
    expect(faultOf(schema, args)).toBeUndefined();
    expect(
      faultOf({ properties: { uniqueItems: { type: 'string' }, format: { const: 'x' } } }, { format: 'y' }),
    ).toContain('format');
  });

  it('takes whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (schema, args) => {
        const check = argumentsCheck(schema);
        if (check.usable) check.faultOf(args);
      }),
    );
  });
});
