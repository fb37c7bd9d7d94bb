/** Numbers `start`, `start + 1`... */
export interface Run {
  readonly start: number;
  readonly length: number;
}

/**
 * A set of whole numbers that are added in ascending order, kept as runs: short when they are added and removed in about
 * the same order, and bounded by `maxRuns`, beyond which the lowest run is forgotten.
 */
export class SequenceSet {
  readonly #maxRuns: number;
  #starts: number[] = [];
  #lengths: number[] = [];

  constructor(maxRuns: number, runs: Iterable<Run> = []) {
    this.#maxRuns = maxRuns;
    for (const { start, length } of runs) {
      this.#starts.push(start);
      this.#lengths.push(length);
    }
  }

  get size(): number {
    return this.#starts.length;
  }

  *runs(): Generator<Run> {
    for (const [index, start] of this.#starts.entries()) yield { start, length: this.#lengths[index] ?? 0 };
  }

  /** @param number greater than all before */
  add(number: number): void {
    const last = this.#starts.length - 1;
    const start = this.#starts[last];
    const length = this.#lengths[last];
    if (start !== undefined && length !== undefined && start + length === number) {
      this.#lengths[last] = length + 1;
      return;
    }
    this.#starts.push(number);
    this.#lengths.push(1);
    this.#forgetSurplus();
  }

  /** True when the number was there. */
  delete(number: number): boolean {
    const index = this.#starts.findLastIndex((start) => start <= number);
    const start = this.#starts[index];
    const length = this.#lengths[index];
    if (start === undefined || length === undefined || number >= start + length) return false;
    const before = number - start;
    const after = length - before - 1;
    const left = [
      { start, length: before },
      { start: number + 1, length: after },
    ].filter((run) => run.length > 0);
    this.#starts.splice(index, 1, ...left.map((run) => run.start));
    this.#lengths.splice(index, 1, ...left.map((run) => run.length));
    this.#forgetSurplus();
    return true;
  }

  /** Forgets all numbers below `limit`. */
  deleteBelow(limit: number): void {
    while ((this.#starts[0] ?? Infinity) < limit) {
      const [start = 0] = this.#starts;
      const [length = 0] = this.#lengths;
      const surviving = start + length - limit;
      if (surviving > 0) {
        this.#starts[0] = limit;
        this.#lengths[0] = surviving;
        return;
      }
      this.#starts.shift();
      this.#lengths.shift();
    }
  }

  #forgetSurplus(): void {
    if (this.#starts.length <= this.#maxRuns) return;
    this.#starts.shift();
    this.#lengths.shift();
  }
}
