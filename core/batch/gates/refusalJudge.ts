import type { Flight } from './flights';

/**
 * What a refusal says. `count`: there were too many at once. `rate`: too many in a time. `closed`: too many in a time, and
 * it is of no use to call before the time asked for is over.
 */
export type RefusalCause = 'count' | 'rate' | 'closed';

/** So many witnesses in a row are no chance any more. */
const WITNESSES_NEEDED = 2;
/**
 * Refused at such a share of the number at which the row began: it cannot have been the number. The provider's count is
 * lower than ours by the answers that are on their way to us, which is a small share of the time that a model takes.
 */
const CLEARLY_FEWER = 0.85;
/** After so many calls for each of those at once, the next refusal has nothing to do with the last. */
const ROUNDS_WITHOUT_REFUSAL = 2;
/** A refusal at such a share of the limit may be for the number, */
const NEARLY = 0.9;
/** and one at a number at which so few of the latest calls were accepted. */
const LATEST = 64;
const FEW_OF_LATEST = 6;

/**
 * Tells why a provider refuses calls, by experiments instead of by its words. After a refusal fewer calls are made at once.
 * The next call is the witness: if there had been too many at once, it is accepted, for there are fewer now; if there are
 * too many in a time, it is likely to be refused as well. And if it goes on although there are clearly fewer than at first,
 * it was not their number.
 */
export class RefusalJudge {
  #lastBefore = 0;
  #lastEntered = 0;
  #needsWitness = false;
  #witness: Flight | undefined;
  #refusedWitnesses = 0;
  #isRateLimited = false;
  #cause: RefusalCause = 'count';
  #firstLevel = Infinity;
  #row = 0;
  #acceptedSince = 0;
  #acceptedLevels: number[] = [];

  get isRateLimited(): boolean {
    return this.#isRateLimited;
  }

  /** How many events in a row had refusals, at ever fewer calls at once. */
  get row(): number {
    return this.#row;
  }

  /** More calls are made at once than when the last was refused, on trial: what is refused now begins a new row. */
  newRow(): void {
    this.#row = 0;
  }

  /** It has turned out that there were too many in a time. */
  takeForRate(): void {
    this.#isRateLimited = true;
    this.#row = 0;
  }

  entered(flight: Flight): void {
    this.#lastEntered = flight.order;
    if (!this.#needsWitness) return;
    this.#needsWitness = false;
    this.#witness = flight;
  }

  accepted(flight: Flight): void {
    if (flight === this.#witness) this.#acquit();
    this.#acceptedLevels.push(flight.level);
    if (this.#acceptedLevels.length > LATEST) this.#acceptedLevels.shift();
    if (flight.order <= this.#lastBefore) return;
    this.#acceptedSince += 1;
    if (this.#acceptedSince >= ROUNDS_WITHOUT_REFUSAL * this.#firstLevel) this.#row = 0;
  }

  causeOf(flight: Flight): RefusalCause {
    // It was made before the last refusal was known, and is part of the same event.
    if (flight.order <= this.#lastBefore) return this.#cause;
    const isWitness = flight === this.#witness;
    if (isWitness) this.#refusedWitnesses += 1;
    // Refusals come at once. What was not refused until now will be answered.
    else if (this.#witness) this.#acquit();
    if (this.#row === 0) this.#firstLevel = flight.level;
    this.#row += 1;
    const isContradicted = this.#row > 2 && flight.level <= CLEARLY_FEWER * this.#firstLevel;
    this.#isRateLimited ||= this.#refusedWitnesses >= WITNESSES_NEEDED || isContradicted || flight.level <= 1;
    this.#acceptedSince = 0;
    this.#lastBefore = this.#lastEntered;
    this.#witness = undefined;
    this.#needsWitness = true;
    const mayBeCount = !isContradicted && this.#isMany(flight);
    const isClosed = flight.level <= 1 || this.#refusedWitnesses >= (mayBeCount ? WITNESSES_NEEDED : 1);
    if (!this.#isRateLimited) this.#cause = 'count';
    else if (isClosed) this.#cause = 'closed';
    else this.#cause = mayBeCount ? 'count' : 'rate';
    return this.#cause;
  }

  #isMany({ level, limit }: Flight): boolean {
    const acceptedBeside = this.#acceptedLevels.filter((accepted) => accepted >= level).length;
    return level > NEARLY * limit || acceptedBeside < FEW_OF_LATEST;
  }

  #acquit(): void {
    this.#refusedWitnesses = 0;
    this.#witness = undefined;
  }
}
