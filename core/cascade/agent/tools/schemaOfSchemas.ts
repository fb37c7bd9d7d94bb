import type { Schema, SchemaDraft } from '@cfworker/json-schema';

const types = { enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] };
const schema = { $ref: '#' };
const schemas = { type: 'array', items: schema };
const schemasByName = { type: 'object', additionalProperties: schema };
const names = { type: 'array', items: { type: 'string' } };
const count = { type: 'integer', minimum: 0 };
const number = { type: 'number' };

/**
 * The schema of JSON Schemas, as far as it matters whether a keyword is used rightly: the validator takes a misspelt
 * type for one that nothing has, and would refuse every argument.
 *
 * @internal
 */
export function schemaOfSchemas(draft: SchemaDraft): Schema {
  const exclusive = draft === '4' ? { type: 'boolean' } : number;
  return {
    type: ['object', 'boolean'],
    properties: {
      type: { anyOf: [types, { type: 'array', items: types }] },
      enum: { type: 'array' },
      required: names,
      properties: schemasByName,
      patternProperties: { ...schemasByName, propertyNames: { format: 'regex' } },
      additionalProperties: schema,
      propertyNames: schema,
      dependentSchemas: schemasByName,
      items: { anyOf: [schema, schemas] },
      prefixItems: schemas,
      contains: schema,
      allOf: schemas,
      anyOf: schemas,
      oneOf: schemas,
      not: schema,
      if: schema,
      then: schema,
      else: schema,
      $defs: schemasByName,
      definitions: schemasByName,
      $ref: { type: 'string' },
      pattern: { type: 'string', format: 'regex' },
      minLength: count,
      maxLength: count,
      minItems: count,
      maxItems: count,
      minProperties: count,
      maxProperties: count,
      minimum: number,
      maximum: number,
      exclusiveMinimum: exclusive,
      exclusiveMaximum: exclusive,
      multipleOf: { type: 'number', exclusiveMinimum: 0 },
    },
  } as Schema;
}
