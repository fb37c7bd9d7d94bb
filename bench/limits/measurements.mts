/** Figures of several subjects, taken in rounds: those of one round are neighbours in time and can be compared. */
export class Measurements {
  readonly #figures: ReadonlyMap<string, readonly number[]>;

  private constructor(figures: ReadonlyMap<string, readonly number[]>) {
    this.#figures = figures;
  }

  /**
   * Measures subjects in turn, so that what else the machine does hits all of them, in the other order every other
   * round. A round before the first warms up.
   */
  static async inTurn(
    rounds: number,
    subjects: ReadonlyMap<string, () => Promise<number>>,
  ): Promise<Measurements> {
    const figures = new Map([...subjects.keys()].map((name) => [name, new Array<number>()]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, measure] of round % 2 === 0 ? subjects : [...subjects].toReversed()) {
        const figure = await measure();
        if (round > 0) figures.get(name)?.push(figure);
      }
    }
    return new Measurements(figures);
  }

  get names(): readonly string[] {
    return [...this.#figures.keys()];
  }

  /** One figure a round. @throws RangeError when nothing was measured under this name */
  of(name: string): readonly number[] {
    const figures = this.#figures.get(name);
    if (figures === undefined) throw new RangeError(`Nothing was measured of "${name}".`);
    return figures;
  }

  /** The lowest figure of each round. */
  lowestOf(names: readonly string[]): readonly number[] {
    const [first = [], ...others] = names.map((name) => this.of(name));
    return first.map((figure, round) =>
      Math.min(figure, ...others.flatMap((figures) => figures[round] ?? [])),
    );
  }
}

/** Round by round. */
export function ratios(figures: readonly number[], toFigures: readonly number[]): readonly number[] {
  return figures.map((figure, round) => figure / (toFigures[round] ?? NaN));
}
