/** How often a text touches each slot. One table serves text after text: to clear what was touched is quicker than a new one. */
export class SlotCounts {
  #counts = new Uint32Array(0);
  #touched = new Uint32Array(0);
  #length = 0;

  /** Forgets the last text; the next one has so many slots. */
  begin(slots: number): void {
    for (let index = 0; index < this.#length; index += 1) this.#counts[this.#touched[index] ?? 0] = 0;
    this.#length = 0;
    if (slots > this.#counts.length) {
      this.#counts = new Uint32Array(slots);
      this.#touched = new Uint32Array(slots);
    }
  }

  add(slot: number): void {
    const count = this.#counts[slot] ?? 0;
    this.#counts[slot] = count + 1;
    if (count > 0) return;
    this.#touched[this.#length] = slot;
    this.#length += 1;
  }

  of(slot: number): number {
    return this.#counts[slot] ?? 0;
  }

  /** The slots that were touched, in the order in which they were first. */
  touched(): Uint32Array {
    return this.#touched.slice(0, this.#length);
  }
}
