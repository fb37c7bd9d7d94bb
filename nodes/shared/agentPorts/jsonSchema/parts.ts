import { listIn } from '../../connectedModels/reply';
import { isRecord } from '../../shape';
import { zodNode, type ZodNode } from './zodNode';

/** Whether a value is written in JSON as it is. */
export function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The values of an enumeration, or of a literal. */
export function allowedValues(definition: Readonly<Record<string, unknown>>): unknown[] {
  if ('value' in definition) return [definition['value']].filter(isPlain);
  const { values, entries } = definition;
  if (Array.isArray(values)) return (values as unknown[]).filter(isPlain);
  return enumMembers(isRecord(entries) ? entries : isRecord(values) ? values : {});
}

/** TypeScript's enumerations of numbers have each member twice: by its name, and its name by its value. */
function enumMembers(members: Readonly<Record<string, unknown>>): unknown[] {
  const names = Object.keys(members).filter((name) => typeof members[String(members[name])] !== 'number');
  return names.map((name) => members[name]).filter(isPlain);
}

const MISSING: ReadonlySet<string> = new Set([
  ...['optional', 'default', 'prefault', 'catch'],
  ...['any', 'unknown', 'undefined', 'void'],
]);

/** Whether a property may be left out. */
export function mayBeMissing(schema: unknown): boolean {
  const node = zodNode(schema);
  if (!node || MISSING.has(node.kind)) return true;
  if (node.kind === 'union') return listIn(node.definition, 'options').some(mayBeMissing);
  if (node.kind === 'nullable') return mayBeMissing(node.definition['innerType']);
  if (node.kind === 'nonoptional') return false;
  const [first] = node.kind === 'lazy' ? [] : wrappedSchemas(node);
  return first !== undefined && mayBeMissing(first);
}

/** What a part is around another one of: what goes in counts, then what comes out. */
export function wrappedSchemas({ kind, definition }: ZodNode): unknown[] {
  const { innerType, schema, in: into, out, type, getter } = definition;
  if (kind === 'lazy') return typeof getter === 'function' ? [Reflect.apply(getter, undefined, [])] : [];
  return [innerType, schema, into, out, type].filter((part) => zodNode(part) !== undefined);
}
