import { dereference, validate, type OutputUnit, type Schema, type SchemaDraft } from '@cfworker/json-schema';
import { asError } from '../../../errors/asError';
import { shorten } from '../shorten';
import { schemaOfSchemas } from './schemaOfSchemas';

/** Whether arguments fit a tool's schema. */
export type ArgumentsCheck =
  | {
      readonly usable: true;
      /** Says what is wrong with the arguments, or nothing. They are what `JSON.parse` gave. */
      readonly faultOf: (args: unknown) => string | undefined;
    }
  /** The schema itself is wrong, so that nothing can be held against it. */
  | { readonly usable: false; readonly schemaFault: string };

const LONGEST_FAULT = 300;

/**
 * Reads a JSON Schema: of the draft that its `$schema` names, else of 2020-12. All that it refers to has to stand in it.
 * Three things are left to the tool, because to check them can take far longer than to read them: `uniqueItems`, the
 * format `url`, which JSON Schema does not have, and a pattern that repeats what is repeated already.
 */
export function argumentsCheck(given: unknown): ArgumentsCheck {
  try {
    const schema = checkable(given);
    const draft = draftOf(schema);
    const misuse = faultOf(withoutPrototypes(schema), schemaOfSchemas(draft), draft);
    if (misuse !== undefined) return { usable: false, schemaFault: misuse };
    refuseWhatCannotBeFollowed(schema, draft);
    return { usable: true, faultOf: (args) => faultOf(withoutPrototypes(args), schema, draft) };
  } catch (cause) {
    return { usable: false, schemaFault: shorten(asError(cause).message, LONGEST_FAULT) };
  }
}

/** A copy, because the validator writes into what it is given. */
function checkable(given: unknown): Schema {
  const withoutSlowOnes = (key: string, value: unknown) => (isSlow(key, value) ? undefined : value);
  return JSON.parse(JSON.stringify(given), withoutSlowOnes) as Schema;
}

/** `(a+)+`: a text that nearly fits takes exponential time. Schemas may come from a server that nobody here knows. */
const repeatsARepetition = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]/;

function isSlow(key: string, value: unknown): boolean {
  if (key === 'uniqueItems') return value === true;
  if (key === 'format') return value === 'url';
  return key === 'pattern' && typeof value === 'string' && repeatsARepetition.test(value);
}

/** A copy in which no name is found but those that stand there: `constructor` is no property of `{}`. */
function withoutPrototypes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.assign(Object.create(null) as object, part)
      : part,
  ) as unknown;
}

const DRAFTS: readonly (readonly [string, SchemaDraft])[] = [
  ['draft-04', '4'],
  ['draft-06', '7'],
  ['draft-07', '7'],
  ['2019-09', '2019-09'],
];

function draftOf(schema: Schema | null): SchemaDraft {
  const named = String(schema?.$schema);
  const [, draft] = DRAFTS.find(([name]) => named.includes(name)) ?? [];
  return draft ?? '2020-12';
}

/** @throws when it refers to what is not in it, or to itself and nothing else */
function refuseWhatCannotBeFollowed(schema: Schema, draft: SchemaDraft): void {
  const known = dereference(schema);
  const dangling = Object.values(known).find(
    (part) =>
      typeof part === 'object' && part.__absolute_ref__ !== undefined && !(part.__absolute_ref__ in known),
  );
  if (typeof dangling === 'object')
    throw new Error(`it refers to ${shorten(String(dangling.$ref), 60)}, which is not in it`);
  validate(withoutPrototypes({}), schema, draft);
}

function faultOf(value: unknown, schema: Schema, draft: SchemaDraft): string | undefined {
  const { valid, errors } = validate(value, schema, draft);
  return valid ? undefined : shorten(errors.slice(0, 3).map(inWords).join(' '), LONGEST_FAULT);
}

function inWords({ instanceLocation, error }: OutputUnit): string {
  return instanceLocation === '#' ? error : `${instanceLocation.slice(2)}: ${error}`;
}
