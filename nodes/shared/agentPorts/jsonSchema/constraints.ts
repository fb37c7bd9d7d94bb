import { asRecord, numberIn, recordIn, stringIn } from '../../shape';
import { listIn } from '../../connectedModels/reply';
import type { JsonSchema } from './jsonSchema';
import type { ZodNode } from './zodNode';

/** What both versions call formats that JSON Schema has, too. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['date', 'date'],
  ['datetime', 'date-time'],
  ['email', 'email'],
  ['time', 'time'],
  ['url', 'uri'],
  ['uuid', 'uuid'],
  ['guid', 'uuid'],
]);

/** A bound that a text, a number or a list has to keep. Other checks are left to the schema itself. */
interface Bound {
  readonly name: string;
  readonly value: number;
  readonly isInclusive: boolean;
}

/** Lengths and formats. */
export function textConstraints(node: ZodNode): JsonSchema {
  const { min, max } = bounds(node);
  const format = formatsOf(node)
    .map((name) => FORMATS.get(name))
    .find((name) => name !== undefined);
  return {
    ...(min ? { minLength: min.value } : {}),
    ...(max ? { maxLength: max.value } : {}),
    ...(format === undefined ? {} : { format }),
  };
}

/** Whether it is whole, and its limits. */
export function numberConstraints(node: ZodNode): JsonSchema {
  const { min, max } = bounds(node);
  const isWhole = formatsOf(node).some(
    (name) => name === 'int' || name === 'safeint' || name.endsWith('int32'),
  );
  return {
    type: isWhole ? 'integer' : 'number',
    ...(min ? { [min.isInclusive ? 'minimum' : 'exclusiveMinimum']: min.value } : {}),
    ...(max ? { [max.isInclusive ? 'maximum' : 'exclusiveMaximum']: max.value } : {}),
  };
}

/** How many items a list may have. */
export function listConstraints(node: ZodNode): JsonSchema {
  const { definition } = node;
  const exact = numberIn(recordIn(definition, 'exactLength'), 'value');
  const { min, max } = bounds(node);
  const least = exact ?? numberIn(recordIn(definition, 'minLength'), 'value') ?? min?.value;
  const most = exact ?? numberIn(recordIn(definition, 'maxLength'), 'value') ?? max?.value;
  return {
    ...(least === undefined ? {} : { minItems: least }),
    ...(most === undefined ? {} : { maxItems: most }),
  };
}

/** Version 3 says `{ kind: 'email' }`, version 4 `{ format: 'email' }` in a check or in the definition itself. */
function formatsOf({ definition }: ZodNode): string[] {
  return [definition, ...checksOf(definition)].flatMap(
    (check) => stringIn(check, 'kind') ?? stringIn(check, 'format') ?? [],
  );
}

const NAMES = { min: ['min', 'min_length', 'greater_than'], max: ['max', 'max_length', 'less_than'] };
const EXACT = ['length', 'length_equals'];

function bounds({ definition }: ZodNode): { readonly min?: Bound; readonly max?: Bound } {
  const all = checksOf(definition).flatMap(boundIn);
  const named = (names: readonly string[]) =>
    all.find(({ name }) => names.includes(name) || EXACT.includes(name));
  const [min, max] = [named(NAMES.min), named(NAMES.max)];
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
}

function boundIn(check: Record<string, unknown>): Bound[] {
  const name = stringIn(check, 'kind') ?? stringIn(check, 'check');
  const value = ['value', 'minimum', 'maximum', 'length']
    .map((field) => numberIn(check, field))
    .find((number) => number !== undefined);
  if (name === undefined || value === undefined) return [];
  return [{ name, value, isInclusive: check['inclusive'] !== false }];
}

function checksOf(definition: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  return listIn(definition, 'checks').map((check) => {
    const inner = recordIn(recordIn(asRecord(check), '_zod'), 'def');
    return Object.keys(inner).length > 0 ? inner : asRecord(check);
  });
}
