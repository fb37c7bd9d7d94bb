import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';
import type { HiddenValue } from '../../stores/redactionStore';
import { labelIn, Placeholders } from '../../stores/redactions/placeholders';
import { MOST_PLACEHOLDERS } from '../../stores/redactions/redactionsFullError';
import { labelOf } from './label';
import { LONGEST_VALUE } from './plan';

const VERSION = 1;

/** A map as it travels in an item. It holds the values in clear text. */
export interface RedactionMapJson {
  readonly version: typeof VERSION;
  /** In the order in which they were named. */
  readonly entries: readonly (readonly [name: string, value: string])[];
}

const allowed = 'a redaction map as `redact` gave it';
const nameAllowed = 'the name of a placeholder, like EMAIL_1, each once';
const entriesAllowed = `a list of at most ${String(MOST_PLACEHOLDERS)} names and values`;
const valueAllowed = `a text of 1 to ${String(LONGEST_VALUE)} characters`;

const name = z
  .string(saying(nameAllowed))
  .refine(
    (given) => /_[1-9][0-9]{0,4}$/.test(given) && labelOf(labelIn(given)) === labelIn(given),
    nameAllowed,
  );
const value = z.string(saying(valueAllowed)).min(1, valueAllowed).max(LONGEST_VALUE, valueAllowed);
const redactionMap = z.object(
  {
    version: z.literal(VERSION, {
      errorMap: () => ({ message: `${String(VERSION)}, the one this package knows` }),
    }),
    entries: z
      .array(
        z.tuple([name, value], { errorMap: () => ({ message: 'a name and a value' }) }),
        saying(entriesAllowed),
      )
      .max(MOST_PLACEHOLDERS, entriesAllowed)
      .refine((entries) => new Set(entries.map(([given]) => given)).size === entries.length, nameAllowed),
  },
  saying(allowed),
);

/**
 * The values that placeholders stand for, in clear text: whoever has the map can restore the text. It grows with each
 * text that is redacted with it, so that a value has the same placeholder throughout a conversation.
 */
export class RedactionMap {
  readonly #placeholders: Placeholders;

  constructor(placeholders = new Placeholders()) {
    this.#placeholders = placeholders;
  }

  /** @throws {InvalidParameterError} for anything but what `toJSON` gives */
  static from(json: unknown): RedactionMap {
    return new RedactionMap(Placeholders.from(readParameter('map', json, redactionMap).entries));
  }

  get size(): number {
    return this.#placeholders.values.size;
  }

  /** The value that stood there, by the name of its placeholder: `EMAIL_1`. */
  get(name: string): string | undefined {
    return this.#placeholders.values.get(name);
  }

  /** The names, in the order in which they were given. */
  keys(): Iterable<string> {
    return this.#placeholders.values.keys();
  }

  /**
   * The names of the values: those that they have, or new ones.
   *
   * @throws {RedactionsFullError} without having named any
   */
  assign(values: readonly HiddenValue[]): readonly string[] {
    return this.#placeholders.assign(values);
  }

  toJSON(): RedactionMapJson {
    return { version: VERSION, entries: [...this.#placeholders.values] };
  }
}
