import { JsonTooLargeError } from './jsonTooLargeError';
import { levelOf, type Level } from './level';

const DEEPEST_LEVEL = 1_000;
const MOST_VALUES = 1_000_000;

export interface MapTextsOptions {
  /** Whether the names of fields are texts too. False when left out. */
  readonly keys?: boolean;
  /**
   * Whole numbers with so many digits or more are texts too, as JSON writes them. One that `map` leaves as it is stays a
   * number. None when left out.
   */
  readonly leastDigits?: number;
}

/**
 * A copy of JSON in which each text is what `map` makes of it, in the order in which JSON writes them. Two names that
 * become the same are told apart by a number, so that no field is lost. Deep JSON takes no more of the call stack than
 * flat.
 *
 * @throws {JsonTooLargeError} beyond 1,000 levels or 1,000,000 values
 */
export function mapTexts(
  json: unknown,
  map: (text: string) => string,
  options: MapTextsOptions = {},
): unknown {
  const levels: Level[] = [];
  let values = 0;

  const copyOf = (value: unknown): unknown => {
    values += 1;
    if (values > MOST_VALUES) throw new JsonTooLargeError(`more than ${String(MOST_VALUES)} values`);
    if (typeof value === 'string') return map(value);
    if (typeof value === 'number') return mapNumber(value, map, options);
    const level = levelOf(value);
    if (!level) return value;
    if (levels.length === DEEPEST_LEVEL)
      throw new JsonTooLargeError(`more than ${String(DEEPEST_LEVEL)} levels`);
    levels.push(level);
    return level.copy;
  };

  const copy = copyOf(json);
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const next = level.left.next();
    if (next.done === true) {
      levels.pop();
      continue;
    }
    const [key, value] = next.value;
    const name = options.keys === true && typeof key === 'string' ? map(key) : key;
    level.put(name, copyOf(value));
  }
  return copy;
}

function mapNumber(
  value: number,
  map: (text: string) => string,
  { leastDigits = Infinity }: MapTextsOptions,
): unknown {
  const written = String(value);
  if (!Number.isInteger(value) || digitsIn(written) < leastDigits) return value;
  const mapped = map(written);
  return mapped === written ? value : mapped;
}

function digitsIn(written: string): number {
  return written.replace(/\D/g, '').length;
}

/**
 * The texts of JSON in the order in which `mapTexts` takes them.
 *
 * @throws {JsonTooLargeError}
 */
export function textsIn(json: unknown, options?: MapTextsOptions): readonly string[] {
  const texts: string[] = [];
  mapTexts(
    json,
    (text) => {
      texts.push(text);
      return text;
    },
    options,
  );
  return texts;
}

/**
 * A copy of JSON with other texts in the places of those that `textsIn` gave.
 *
 * @throws {JsonTooLargeError}
 */
export function withTexts(json: unknown, texts: readonly string[], options?: MapTextsOptions): unknown {
  let next = 0;
  return mapTexts(json, (text) => texts[next++] ?? text, options);
}
