import type { Passage } from './callGate';

type Take = (passage: Passage) => void;

/** Those who wait for a passage, first come first served. */
export class Line {
  readonly #waiting = new Set<{ readonly take: Take }>();
  #isServing = false;

  get length(): number {
    return this.#waiting.size;
  }

  /** @returns leaves the line; does nothing once `take` was called */
  join(take: Take): () => void {
    const place = { take };
    this.#waiting.add(place);
    return () => {
      this.#waiting.delete(place);
    };
  }

  /**
   * Gives passages, one to each in turn, as long as `next` has one. Who joins or leaves meanwhile is seen: a call from
   * within is left to the one that runs, so that a long line is no deep stack.
   */
  serve(next: () => Passage | undefined): void {
    if (this.#isServing) return;
    this.#isServing = true;
    try {
      for (const place of this.#waiting) {
        const passage = next();
        if (!passage) return;
        this.#waiting.delete(place);
        place.take(passage);
      }
    } finally {
      this.#isServing = false;
    }
  }
}
