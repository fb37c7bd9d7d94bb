/** A call on its way. */
export interface Flight {
  /** Counts those that entered. */
  readonly order: number;
  readonly enteredAt: number;
  /** How many might have been on their way. */
  readonly limit: number;
  /** How many were on their way when it entered, itself included, without those that turned out to be refused. */
  level: number;
  /** How many were admitted before it. */
  admittedBefore: number;
}

/** The calls on their way, and how many the provider has admitted, as far as is known. */
export class Flights {
  readonly #flights = new Set<Flight>();
  #admitted = 0;
  #entered = 0;

  /** How many are on their way. */
  get size(): number {
    return this.#flights.size;
  }

  /** The order of the last that entered. */
  get lastOrder(): number {
    return this.#entered;
  }

  /** How many have entered and were not refused, so far. */
  get admitted(): number {
    return this.#admitted;
  }

  /** @param limit how many may be on their way */
  enter(now: number, limit: number): Flight {
    const level = this.#flights.size + 1;
    this.#entered += 1;
    const flight = { order: this.#entered, enteredAt: now, limit, level, admittedBefore: this.#admitted };
    this.#flights.add(flight);
    this.#admitted += 1;
    return flight;
  }

  leave(flight: Flight): void {
    this.#flights.delete(flight);
  }

  /** The provider never had it: those that entered after it had one fewer beside them. */
  refuse(flight: Flight): void {
    this.#flights.delete(flight);
    this.#admitted -= 1;
    for (const other of this.#flights) {
      if (other.admittedBefore <= flight.admittedBefore) continue;
      other.level -= 1;
      other.admittedBefore -= 1;
    }
  }
}
