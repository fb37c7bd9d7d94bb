import type { HiddenValue } from '../redactionStore';
import { MOST_PLACEHOLDERS, RedactionsFullError } from './redactionsFullError';

interface Label {
  /** By value. */
  readonly names: Map<string, string>;
  /** No number below it is free. */
  next: number;
}

/**
 * Names for values: `EMAIL_1` for the first of its label, the same for the same text again. A value that is written in
 * another way gets another name, because what is restored should be what was written.
 */
export class Placeholders {
  readonly #values = new Map<string, string>();
  readonly #labels = new Map<string, Label>();
  readonly #most: number;

  constructor(most = MOST_PLACEHOLDERS) {
    this.#most = most;
  }

  /** @param entries names that `assign` gave, and their values */
  static from(entries: Iterable<readonly [name: string, value: string]>): Placeholders {
    const placeholders = new Placeholders();
    for (const [name, value] of entries) placeholders.#add(labelIn(name), value, name);
    return placeholders;
  }

  /** The values by their names. */
  get values(): ReadonlyMap<string, string> {
    return this.#values;
  }

  /** Those of the values that have no name yet, each once. */
  unnamed(values: readonly HiddenValue[]): readonly HiddenValue[] {
    const seen = new Map<string, Set<string>>();
    return values.filter(({ label, value }) => {
      const ofLabel = seen.get(label) ?? new Set();
      seen.set(label, ofLabel);
      const isNew = !ofLabel.has(value) && this.#nameOf(label, value) === undefined;
      ofLabel.add(value);
      return isNew;
    });
  }

  /**
   * The names of the values, in their order.
   *
   * @param avoided names that are not to be given
   * @throws {RedactionsFullError} without having named any
   */
  assign(values: readonly HiddenValue[], avoided: ReadonlySet<string> = new Set()): readonly string[] {
    if (this.#values.size + this.unnamed(values).length > this.#most) throw new RedactionsFullError();
    return values.map(({ label, value }) => {
      const known = this.#nameOf(label, value);
      if (known !== undefined) return known;
      return this.#add(label, value, this.#nextName(label, avoided));
    });
  }

  #nameOf(label: string, value: string): string | undefined {
    return this.#labels.get(label)?.names.get(value);
  }

  #nextName(label: string, avoided: ReadonlySet<string>): string {
    const known = this.#known(label);
    const nextName = () => `${label}_${String(known.next)}`;
    while (this.#values.has(nextName()) || avoided.has(nextName())) known.next += 1;
    return nextName();
  }

  #add(label: string, value: string, name: string): string {
    this.#known(label).names.set(value, name);
    this.#values.set(name, value);
    return name;
  }

  #known(label: string): Label {
    const known = this.#labels.get(label) ?? { names: new Map<string, string>(), next: 1 };
    this.#labels.set(label, known);
    return known;
  }
}

/** The name without its number. */
export function labelIn(name: string): string {
  return name.slice(0, name.lastIndexOf('_'));
}
