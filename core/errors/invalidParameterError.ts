import type { z } from 'zod/v3';
import { CascadeError } from './cascadeError';

export interface ShownValue {
  /** Whether only its kind is shown: it may be a key, or personal data. False when left out. */
  readonly isPrivate?: boolean;
}

/** A parameter has a value that is not allowed. Names the parameter, what was given and what is allowed. */
export class InvalidParameterError extends CascadeError {
  readonly parameter: string;
  readonly #given: unknown;
  readonly #allowed: string;
  readonly #shown: ShownValue;

  constructor(parameter: string, given: unknown, allowed: string, shown: ShownValue = {}) {
    super(`Parameter "${parameter}" is ${describe(given, shown)}, but must be ${allowed}`, {
      code: 'INVALID_PARAMETER',
    });
    this.parameter = parameter;
    this.#given = given;
    this.#allowed = allowed;
    this.#shown = shown;
  }

  /** The same fault under the name that a user interface gives the parameter. */
  renamed(parameter: string): InvalidParameterError {
    return new InvalidParameterError(parameter, this.#given, this.#allowed, this.#shown);
  }
}

/**
 * Reads `given` with a schema whose failure messages say what is allowed.
 *
 * @param parameter name shown to the user when the value is refused
 * @throws {InvalidParameterError} with the first fault found
 * @internal
 */
export function readParameter<Output>(
  parameter: string,
  given: unknown,
  schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
): Output {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = [parameter, ...(issue?.path ?? [])].join('.');
  throw new InvalidParameterError(path, valueAt(given, issue?.path ?? []), issue?.message ?? 'valid');
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.getOwnPropertyDescriptor(current, step)?.value;
  }
  return current;
}

const LONGEST_QUOTE = 60;

function describe(value: unknown, { isPrivate = false }: ShownValue): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty' : `"${isPrivate ? '…' : shorten(value)}"`;
    case 'number':
    case 'boolean':
    case 'bigint':
      return isPrivate ? `a ${typeof value}` : String(value);
    case 'undefined':
      return 'missing';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${String(value.length)}` : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
