import type { IDataObject } from 'n8n-workflow';
import { InvalidParameterError } from '../../core';

/** The way to a value inside an item. */
export interface Path {
  /** As it was written: `messages[0].text`; empty for the whole item. */
  readonly name: string;
  readonly steps: readonly (string | number)[];
}

const ALLOWED = 'names of fields separated by commas, such as subject, customer.note, messages[0].text';
const LONGEST = 10_000;
const MOST = 100;

/** A name, an index in brackets, or a name in brackets and quotes. */
const STEP =
  /(?<name>[^.,[\]"'\s][^.,[\]"']*)|\[(?<index>\d{1,9})\]|\["(?<quoted>[^"]*)"\]|\['(?<single>[^']*)'\]/y;

/**
 * @param label what the panel calls the field
 * @returns the whole item when nothing is given
 * @throws {InvalidParameterError}
 */
export function readPaths(label: string, given: unknown): readonly Path[] {
  if (typeof given !== 'string' || given.length > LONGEST)
    throw new InvalidParameterError(label, given, ALLOWED);
  const names = given.split(/,(?![^[]*\])/).map((name) => name.trim());
  if (names.length > MOST) throw new InvalidParameterError(label, given, `at most ${String(MOST)} fields`);
  if (names.length === 1 && names[0] === '') return [{ name: '', steps: [] }];
  return names.map((name) => ({ name, steps: stepsIn(label, name) }));
}

function stepsIn(label: string, name: string): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  for (let position = 0; position < name.length; position = STEP.lastIndex) {
    STEP.lastIndex = name[position] === '.' && steps.length > 0 ? position + 1 : position;
    const groups = STEP.exec(name)?.groups;
    if (!groups) throw new InvalidParameterError(label, name, ALLOWED);
    steps.push(stepOf(groups));
  }
  if (steps.length === 0) throw new InvalidParameterError(label, name, ALLOWED);
  return steps;
}

function stepOf(groups: Record<string, string | undefined>): string | number {
  const { name, index, quoted, single } = groups;
  return index === undefined ? (name?.trim() ?? quoted ?? single ?? '') : Number(index);
}

export function isWhole({ steps }: Path): boolean {
  return steps.length === 0;
}

/** Those of the paths that no other one contains: a text must not be gone through twice. */
export function outermost(paths: readonly Path[]): readonly Path[] {
  return paths.filter((path, index) =>
    paths.every((other, place) => !contains(other, path) || (contains(path, other) && index <= place)),
  );
}

function contains(outer: Path, inner: Path): boolean {
  return outer.steps.every((step, depth) => String(step) === String(inner.steps[depth]));
}

/**
 * A copy of the item in which the value at the path is what `change` makes of it.
 *
 * @throws {InvalidParameterError} when the item has no such field: one that is misspelt must not go unchecked
 */
export function replaceAt(
  item: IDataObject,
  { name, steps }: Path,
  change: (value: unknown) => unknown,
): unknown {
  const replaceIn = (value: unknown, depth: number): unknown => {
    const step = steps[depth];
    if (step === undefined) return change(value);
    if (Array.isArray(value) && indexOf(step) < value.length) {
      return value.map((each: unknown, index) =>
        index === indexOf(step) ? replaceIn(each, depth + 1) : each,
      );
    }
    if (isObject(value) && Object.hasOwn(value, step)) {
      return { ...value, [step]: replaceIn(value[String(step)], depth + 1) };
    }
    throw new InvalidParameterError('Fields', name, 'a field of the item');
  };
  return replaceIn(item, 0);
}

/** In a list, `messages.0` is the same as `messages[0]`. */
function indexOf(step: string | number): number {
  return /^(?:0|[1-9]\d{0,8})$/.test(String(step)) ? Number(step) : Infinity;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
