import { isRecord, recordIn, stringIn } from '../../shape';

/**
 * A part of a zod schema, told by its definition: n8n and other packages have copies of zod of their own, of version 3
 * and 4, so that no class of them is ours to know.
 */
export interface ZodNode {
  /** As version 4 calls it: `object`, `string`, `optional`... */
  readonly kind: string;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly description: string | undefined;
}

/** What version 3 calls by another name than its class. */
const OLD_KINDS: ReadonlyMap<string, string> = new Map([
  ['discriminatedunion', 'union'],
  ['nativeenum', 'enum'],
  ['pipeline', 'pipe'],
]);

/** The definition of a schema; undefined for whatever is no zod schema. */
export function zodNode(schema: unknown): ZodNode | undefined {
  if (!isRecord(schema)) return undefined;
  const description = stringIn(schema, 'description');
  const definition = recordIn(recordIn(schema, '_zod'), 'def');
  const kind = stringIn(definition, 'type');
  if (kind !== undefined) return { kind, definition, description };
  const oldDefinition = recordIn(schema, '_def');
  const className = stringIn(oldDefinition, 'typeName');
  if (className === undefined) return undefined;
  const oldKind = className.replace(/^Zod/, '').toLowerCase();
  return { kind: OLD_KINDS.get(oldKind) ?? oldKind, definition: oldDefinition, description };
}
