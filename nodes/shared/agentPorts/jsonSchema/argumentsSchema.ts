import { listIn } from '../../connectedModels/reply';
import { isRecord } from '../../shape';
import { listConstraints, numberConstraints, textConstraints } from './constraints';
import type { JsonSchema } from './jsonSchema';
import { allowedValues, isPlain, mayBeMissing, wrappedSchemas } from './parts';
import { zodNode, type ZodNode } from './zodNode';

/** A schema that refers to itself is written so deep, and allows anything below. */
const DEEPEST = 16;

/**
 * The JSON Schema of a tool's arguments, which are an object: of a zod schema, whichever copy and version of zod made it,
 * or a JSON Schema as it is. What zod checks beyond what JSON Schema says it checks itself, when the tool is run.
 */
export function argumentsSchema(schema: unknown): JsonSchema {
  const written = zodNode(schema) ? jsonSchemaOf(schema) : schema;
  if (!isRecord(written)) return { type: 'object' };
  if (written['type'] === 'object') return written;
  return 'anyOf' in written || 'allOf' in written ? { ...written, type: 'object' } : { type: 'object' };
}

function jsonSchemaOf(schema: unknown, depth = 0): JsonSchema {
  const node = depth < DEEPEST ? zodNode(schema) : undefined;
  if (!node) return {};
  const written = write(node, (part) => jsonSchemaOf(part, depth + 1));
  return node.description === undefined ? written : { ...written, description: node.description };
}

function write(node: ZodNode, inner: (part: unknown) => JsonSchema): JsonSchema {
  const { kind, definition } = node;
  switch (kind) {
    case 'string':
      return { type: 'string', ...textConstraints(node) };
    case 'number':
      return numberConstraints(node);
    case 'bigint':
      return { type: 'integer' };
    case 'boolean':
    case 'null':
      return { type: kind };
    case 'date':
      return { type: 'string', format: 'date-time' };
    case 'literal':
    case 'enum':
      return { enum: allowedValues(definition) };
    case 'object':
      return writeObject(definition, inner);
    case 'array':
    case 'set':
      return { type: 'array', items: inner(itemOf(definition)), ...listConstraints(node) };
    case 'tuple':
      return { type: 'array', items: { anyOf: listIn(definition, 'items').map(inner) } };
    case 'record':
      return { type: 'object', additionalProperties: inner(definition['valueType']) };
    case 'union':
      return { anyOf: optionsOf(definition).map(inner) };
    case 'intersection':
      return { allOf: [inner(definition['left']), inner(definition['right'])] };
    case 'nullable':
      return { anyOf: [inner(definition['innerType']), { type: 'null' }] };
    case 'default':
    case 'prefault':
      return { ...inner(definition['innerType']), ...defaultOf(definition) };
    default:
      return wrappedSchemas(node).map(inner).find(saysSomething) ?? {};
  }
}

/** Names that are not in the schema are allowed unless it is strict: zod drops them. */
function writeObject(
  definition: Readonly<Record<string, unknown>>,
  inner: (part: unknown) => JsonSchema,
): JsonSchema {
  const { shape: given, unknownKeys, catchall } = definition;
  const shape: unknown = typeof given === 'function' ? Reflect.apply(given, definition, []) : given;
  const parts = Object.entries(isRecord(shape) ? shape : {});
  const required = parts.filter(([, part]) => !mayBeMissing(part)).map(([name]) => name);
  const isStrict =
    unknownKeys === 'strict' || (unknownKeys === undefined && zodNode(catchall)?.kind === 'never');
  return {
    type: 'object',
    properties: Object.fromEntries(parts.map(([name, part]) => [name, inner(part)])),
    ...(required.length > 0 ? { required } : {}),
    ...(isStrict ? { additionalProperties: false } : {}),
  };
}

/** Version 3 keeps the options of a discriminated union in a map. */
function optionsOf({ options }: Readonly<Record<string, unknown>>): unknown[] {
  if (options instanceof Map) return [...(options as ReadonlyMap<unknown, unknown>).values()];
  return Array.isArray(options) ? options : [];
}

function itemOf({ element, valueType, type }: Readonly<Record<string, unknown>>): unknown {
  return element ?? valueType ?? type;
}

/** Version 3 makes the value when it is needed, version 4 keeps it. */
function defaultOf({ defaultValue }: Readonly<Record<string, unknown>>): JsonSchema {
  const value: unknown =
    typeof defaultValue === 'function' ? Reflect.apply(defaultValue, undefined, []) : defaultValue;
  return isPlain(value) ? { default: value } : {};
}

function saysSomething(schema: JsonSchema): boolean {
  return Object.keys(schema).length > 0;
}
