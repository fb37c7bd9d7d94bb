import type { TextVector } from '../../../core/guardrails/linear/textVector.ts';
import type { KnownWords } from './wordSpace.mts';

/** A square matrix, row by row. */
export type SquareMatrix = readonly Float64Array[];

/** By text, then by slot: its values, or what they become. */
export type Rows = readonly Float32Array[];

/** Values by slot, most of them 0. */
export function dense(vectors: readonly TextVector[], slots: number): Rows {
  return vectors.map((vector) => {
    const row = new Float32Array(slots);
    vector.slots.forEach((slot, index) => {
      row[slot] = vector.values[index] ?? 0;
    });
    return row;
  });
}

/** As `dense`, but each word gives the words that are like it some of its value. */
export function smoothed(vectors: readonly TextVector[], words: KnownWords): Rows {
  const rows = vectors.map(() => new Float32Array(words.count + 1));
  usersOf(vectors).forEach((users, slot) => {
    if (slot >= words.count) return;
    const likeness = words.likenessTo(slot);
    for (const { text, value } of users) addTo(rows[text], likeness, value);
  });
  return rows;
}

/** How alike all pairs of texts are. */
export function likenessOfTexts(vectors: readonly TextVector[], rows: Rows): SquareMatrix {
  const matrix = rows.map(() => new Float64Array(rows.length));
  rows.forEach((row, first) => {
    for (const [second, vector] of vectors.slice(0, first + 1).entries()) {
      const likeness = product(vector, row);
      const [line, mirrored] = [matrix[first], matrix[second]];
      if (line) line[second] = likeness;
      if (mirrored) mirrored[first] = likeness;
    }
  });
  return matrix;
}

/** How much likeness differs between pairs of texts: that with itself, less the mean. */
export function spreadOf(matrix: SquareMatrix): number {
  const size = matrix.length;
  const diagonal = matrix.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / size;
  const all = matrix.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0) / size ** 2;
  return diagonal - all;
}

export function addTo(
  target: Float64Array | Float32Array | undefined,
  source: Float64Array | Float32Array | undefined,
  factor: number,
): void {
  if (target === undefined || source === undefined) return;
  for (let index = 0; index < source.length; index += 1) {
    target[index] = (target[index] ?? 0) + factor * (source[index] ?? 0);
  }
}

function product({ slots, values }: TextVector, row: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < slots.length; index += 1) {
    sum += (values[index] ?? 0) * (row[slots[index] ?? 0] ?? 0);
  }
  return sum;
}

interface User {
  readonly text: number;
  readonly value: number;
}

/** By slot: the texts that touch it. */
function usersOf(vectors: readonly TextVector[]): ReadonlyMap<number, readonly User[]> {
  const users = new Map<number, User[]>();
  vectors.forEach(({ slots, values }, text) => {
    slots.forEach((slot, index) => {
      const user = { text, value: values[index] ?? 0 };
      const others = users.get(slot);
      if (others) others.push(user);
      else users.set(slot, [user]);
    });
  });
  return users;
}
