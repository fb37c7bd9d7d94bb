/** What a batch spends, in US dollars, and whether it may spend more. */
export class Spending {
  readonly #maxUsd: number;
  #knownUsd = 0;
  #known = 0;
  #unknown = 0;

  constructor(maxUsd = Infinity) {
    this.#maxUsd = maxUsd;
  }

  /** Null when the cost of a query is unknown. */
  get spentUsd(): number | null {
    return this.#unknown === 0 ? this.#knownUsd : null;
  }

  /** @param costUsd of a query; null when it is unknown: it is taken to cost what the others do */
  book(costUsd: number | null): void {
    if (costUsd === null) this.#unknown += 1;
    else {
      this.#known += 1;
      this.#knownUsd += costUsd;
    }
  }

  /**
   * Whether one more may be begun while so many are under way, each of which is taken to cost what others did. Until a cost
   * is known, one at a time: a whole first wave could cost many times what is allowed.
   */
  allowsOneMore(underWay: number): boolean {
    if (this.#maxUsd === Infinity) return true;
    if (this.#known === 0 && underWay > 0) return false;
    const mean = this.#known === 0 ? 0 : this.#knownUsd / this.#known;
    const spent = this.#knownUsd + this.#unknown * mean;
    return spent < this.#maxUsd && spent + mean * (underWay + 1) <= this.#maxUsd;
  }
}
