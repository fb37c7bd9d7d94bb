/** So many looks for each that arrives: two, so that sweeping outruns arriving. */
const LOOKS_PER_ARRIVAL = 2;

/**
 * Goes round a map, a few entries at a time, to find those that are over: core has no timers, so what nobody asks for
 * any more leaves as others come.
 */
export class Sweep<Value> {
  readonly #entries: ReadonlyMap<string, Value>;
  #round: MapIterator<[string, Value]>;

  constructor(entries: ReadonlyMap<string, Value>) {
    this.#entries = entries;
    this.#round = entries.entries();
  }

  /** Shows the next entries to `look`, which may delete them. */
  onArrival(look: (id: string, value: Value) => void): void {
    for (let looks = 0; looks < LOOKS_PER_ARRIVAL; looks++) {
      const next = this.#round.next();
      if (next.done === true) {
        this.#round = this.#entries.entries();
        return;
      }
      look(...next.value);
    }
  }
}
