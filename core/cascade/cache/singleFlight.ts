/** Work that several want at the same moment, done once for all of them. */
export class SingleFlight<Result> {
  readonly #flights = new Map<string, Promise<Result | undefined>>();

  /** What is on its way under this name: undefined in the end when it failed. Undefined when nothing is. */
  find(name: string): Promise<Result | undefined> | undefined {
    return this.#flights.get(name);
  }

  /**
   * Does the work, and lets others share what `sharedOf` gives of it until then.
   *
   * @throws what the work throws
   */
  async lead<Outcome>(
    name: string,
    work: Promise<Outcome>,
    sharedOf: (outcome: Outcome) => Result | undefined,
  ): Promise<Outcome> {
    this.#flights.set(
      name,
      work.then(sharedOf, () => undefined),
    );
    try {
      return await work;
    } finally {
      this.#flights.delete(name);
    }
  }
}
