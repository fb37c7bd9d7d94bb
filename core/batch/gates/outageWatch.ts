/** A share of faults that models have on a good day (up to some percent) must never come to this. */
const ENDS = 20;
const TOO_MANY_FAULTS = 6;

/** Notices that many calls fail by faults of the provider. */
export class OutageWatch {
  #ends: boolean[] = [];

  /** @returns whether there were too many faults among the latest calls; they are not counted again then */
  ended(isFault: boolean): boolean {
    this.#ends.push(isFault);
    if (this.#ends.length > ENDS) this.#ends.shift();
    if (this.#ends.filter(Boolean).length < TOO_MANY_FAULTS) return false;
    this.#ends = [];
    return true;
  }
}
