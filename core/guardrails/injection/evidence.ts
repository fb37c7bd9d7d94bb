/** What is further apart than this, in characters, does not add up: a long text has many small signs. */
const BLOCK = 2_000;

/** What makes it less sure than this is not worth a word. */
const FAINT = 0.2;

/**
 * Collects what speaks for an attack. Of one reason only the strongest sign counts; different reasons near each other
 * add up as independent ones do.
 */
export class Evidence {
  /** By block of the text: the strongest sign of each reason. */
  readonly #blocks = new Map<number, Map<string, number>>();

  /**
   * @param strength 0 to 1: how sure the sign makes it alone
   * @param place where it stands, in characters
   */
  add(reason: string, strength: number, place: number): void {
    if (!this.wouldCount(reason, strength, place)) return;
    const block = Math.floor(place / BLOCK);
    const signs = this.#blocks.get(block) ?? new Map<string, number>();
    this.#blocks.set(block, signs.set(reason, strength));
  }

  /** Whether nothing as strong was seen for that reason near that place. */
  wouldCount(reason: string, strength: number, place: number): boolean {
    return strength > (this.#blocks.get(Math.floor(place / BLOCK))?.get(reason) ?? 0);
  }

  /** 0 to 1: how sure the gravest part of the text makes it. */
  get score(): number {
    let highest = 0;
    for (const block of this.#blocks.keys()) {
      highest = Math.max(
        highest,
        1 - [...this.#near(block).values()].reduce((rest, sign) => rest * (1 - sign), 1),
      );
    }
    return highest;
  }

  /** What was seen, the gravest first; what hardly says anything is left out. */
  reasons(): string[] {
    const strongest = new Map<string, number>();
    for (const signs of this.#blocks.values()) keepStrongest(strongest, signs);
    return [...strongest]
      .filter(([, strength]) => strength >= FAINT)
      .sort(([, one], [, other]) => other - one)
      .map(([reason]) => reason);
  }

  /** The signs of a block and of the next, so that none is cut off by where blocks begin. */
  #near(block: number): Map<string, number> {
    const near = new Map<string, number>();
    for (const at of [block, block + 1]) keepStrongest(near, this.#blocks.get(at) ?? []);
    return near;
  }
}

function keepStrongest(kept: Map<string, number>, signs: Iterable<readonly [string, number]>): void {
  for (const [reason, strength] of signs) kept.set(reason, Math.max(strength, kept.get(reason) ?? 0));
}
