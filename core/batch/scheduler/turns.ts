import { newTrial, type Trial } from './trial';

interface Waiting {
  readonly trial: Trial;
  readonly dueAt: number;
}

export interface TurnsOptions {
  readonly total: number;
  /** Whether a query is to be tried at all. */
  readonly isOpen: (index: number) => boolean;
  /** Whether nothing new is begun while a query waits to be tried again. */
  readonly inOrder: boolean;
  /** What a query has cost before it is tried: nothing, or nobody knows. */
  readonly costUsd: number | null;
}

/** Whose turn it is. New queries are only counted, so that those that have not been begun take up no memory. */
export class Turns {
  readonly #options: TurnsOptions;
  #next = 0;
  /** A binary heap: none is due before its parent, which is at half its place. */
  readonly #waiting: Waiting[] = [];

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.#skip();
  }

  /** When the first of those that wait is due. */
  get dueAt(): number | undefined {
    return this.#waiting[0]?.dueAt;
  }

  /** Whether somebody may be tried now. */
  isReady(now: number): boolean {
    const { inOrder, total } = this.#options;
    const [first] = this.#waiting;
    if (first && first.dueAt <= now) return true;
    return this.#next < total && !(inOrder && first);
  }

  /** Those who waited come before new ones. */
  take(now: number): Trial | undefined {
    if (!this.isReady(now)) return undefined;
    const [first] = this.#waiting;
    if (first && first.dueAt <= now) return this.#shift();
    const trial = newTrial(this.#next, this.#options.costUsd);
    this.#next += 1;
    this.#skip();
    return trial;
  }

  wait(trial: Trial, dueAt: number): void {
    const heap = this.#waiting;
    const entry = { trial, dueAt };
    let place = heap.length;
    for (;;) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (place === 0 || !parent || parent.dueAt <= dueAt) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  /** Nobody has a turn any more. Gives those who waited, and calls `untried` for each who was not begun. */
  end(untried: (index: number) => void): Trial[] {
    const { total, isOpen } = this.#options;
    for (let index = this.#next; index < total; index += 1) if (isOpen(index)) untried(index);
    this.#next = total;
    return this.#waiting.splice(0).map(({ trial }) => trial);
  }

  #skip(): void {
    const { total, isOpen } = this.#options;
    while (this.#next < total && !isOpen(this.#next)) this.#next += 1;
  }

  #shift(): Trial | undefined {
    const heap = this.#waiting;
    const first = heap[0]?.trial;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const below = (heap[left + 1]?.dueAt ?? Infinity) < (heap[left]?.dueAt ?? Infinity) ? left + 1 : left;
      const child = heap[below];
      if (!child || last.dueAt <= child.dueAt) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return first;
  }
}
