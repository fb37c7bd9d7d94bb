import { describe, expect, it } from '@jest/globals';
import { z as z3 } from 'zod/v3';
import * as z4 from 'zod/v4';
import { argumentsSchema } from '../../../../nodes/shared/agentPorts/jsonSchema/argumentsSchema';

/** As TypeScript compiles an enumeration of numbers. */
const Size = { Small: 1, Large: 2, 1: 'Small', 2: 'Large' } as const;

/** The same schemas in both versions of zod, as far as they read the same. */
const both = [
  ['zod 3', z3],
  ['zod 4', z4 as unknown as typeof z3],
] as const;

const property = (schema: unknown) => (argumentsSchema(schema)['properties'] as Record<string, unknown>)['a'];

describe.each(both)('arguments in %s', (version, z) => {
  it.each<[string, unknown, unknown]>([
    [
      'a text',
      z.string().min(2).max(5).describe('A text'),
      { type: 'string', minLength: 2, maxLength: 5, description: 'A text' },
    ],
    ['a text of one length', z.string().length(3), { type: 'string', minLength: 3, maxLength: 3 }],
    ['an address', z.string().email(), { type: 'string', format: 'email' }],
    ['a link', z.string().url(), { type: 'string', format: 'uri' }],
    ['a moment', z.string().datetime(), { type: 'string', format: 'date-time' }],
    ['a number', z.number().min(0).lt(1), { type: 'number', minimum: 0, exclusiveMaximum: 1 }],
    ['a whole number', z.number().int(), { type: 'integer' }],
    ['a switch', z.boolean(), { type: 'boolean' }],
    ['a date', z.date(), { type: 'string', format: 'date-time' }],
    ['nothing', z.null(), { type: 'null' }],
    ['one of some texts', z.enum(['x', 'y']), { enum: ['x', 'y'] }],
    ['one of some members', z.nativeEnum(Size), { enum: [1, 2] }],
    ['a literal', z.literal(4), { enum: [4] }],
    [
      'a list',
      z.array(z.string()).min(1).max(3),
      { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3 },
    ],
    ['a set', z.set(z.number()), { type: 'array', items: { type: 'number' } }],
    [
      'a pair',
      z.tuple([z.string(), z.number()]),
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
    ],
    [
      'names and values',
      z.record(z.string(), z.number()),
      { type: 'object', additionalProperties: { type: 'number' } },
    ],
    ['either', z.union([z.string(), z.number()]), { anyOf: [{ type: 'string' }, { type: 'number' }] }],
    ['something or null', z.string().nullable(), { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    ['something with a default', z.string().default('x'), { type: 'string', default: 'x' }],
    ['something optional', z.number().optional(), { type: 'number' }],
    ['something that is refined', z.string().refine(Boolean), { type: 'string' }],
    ['something that is changed', z.string().transform(Number), { type: 'string' }],
    ['something that is prepared', z.preprocess(Number, z.number()), { type: 'number' }],
    ['something that is passed on', z.string().pipe(z.string()), { type: 'string' }],
    ['something that is caught', z.string().catch('x'), { type: 'string' }],
    ['something read-only', z.string().readonly(), { type: 'string' }],
    ['something branded', z.string().brand('id'), { type: 'string' }],
    ['anything', z.any(), {}],
    [
      'a strict object',
      z.object({}).strict(),
      { type: 'object', properties: {}, additionalProperties: false },
    ],
  ])('may be %s', (_, schema, expected) => {
    expect(property(z.object({ a: schema as z3.ZodTypeAny }))).toEqual(expected);
  });

  it('have to be there unless they may be missing', () => {
    const schema = z.object({
      text: z.string(),
      nullable: z.string().nullable(),
      refined: z.string().refine(Boolean),
      optional: z.string().optional(),
      nullish: z.string().nullish(),
      byDefault: z.string().default('x'),
      anything: z.any(),
      either: z.union([z.string(), z.undefined()]),
      changed: z.string().optional().transform(Boolean),
    });
    expect(argumentsSchema(schema)['required']).toEqual(['text', 'nullable', 'refined']);
  });

  it('may refer to themselves', () => {
    const tree: z3.ZodTypeAny = z.object({ name: z.string(), children: z.lazy(() => z.array(tree)) });
    const written = JSON.stringify(argumentsSchema(tree));
    expect(written.length).toBeLessThan(3_000);
    expect(written).toMatch(/^\{"type":"object","properties":\{"name":\{"type":"string"\},"children":/);
  });

  it('are an object, whatever is around it', () => {
    const input = z.object({ input: z.string().optional() });
    const expected = { type: 'object', properties: { input: { type: 'string' } } };
    expect(argumentsSchema(input.transform(({ input: text }) => text))).toEqual(expected);
    const other = z.object({ b: z.number() });
    expect(argumentsSchema(z.intersection(input, other))).toMatchObject({
      type: 'object',
      allOf: [expected, {}],
    });
    expect(argumentsSchema(z.union([input, other]))).toMatchObject({ type: 'object', anyOf: [expected, {}] });
    expect(argumentsSchema(z.string())).toEqual({ type: 'object' });
    expect(version).toMatch(/^zod/);
  });

  it('may be told apart by a name', () => {
    const schema = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a') }),
      z.object({ kind: z.literal('b') }),
    ]);
    expect(property(z.object({ a: schema }))).toMatchObject({
      anyOf: [{ properties: { kind: { enum: ['a'] } } }, { properties: { kind: { enum: ['b'] } } }],
    });
  });
});

describe('arguments that are no zod', () => {
  it('stay the JSON Schema that they are', () => {
    const schema = { type: 'object', properties: { q: { type: 'string' } }, required: ['q'] };
    expect(argumentsSchema(schema)).toBe(schema);
  });

  it.each([undefined, null, 'object', {}, { type: 'string' }])('are any object for %j', (schema) => {
    expect(argumentsSchema(schema)).toEqual({ type: 'object' });
  });
});
