/** An answer, and how many calls were on their way when it was asked for. */
interface Sample {
  readonly level: number;
  readonly latencyMs: number;
  /** How many answers there had been before. */
  readonly order: number;
}

const SAMPLES_OF_A_BAND = 32;
const ENOUGH_TO_JUDGE = 24;
const ENOUGH_TO_COMPARE = 8;
/** A provider's own pace changes in the course of a day: what was measured so many answers ago says little. */
const OUTDATED_AFTER = 1000;
/** A test for each answer would find in noise what it looks for. */
const ANSWERS_BETWEEN_TESTS = 8;
/** Latency that grows at such a power of the number at once brings hardly any more throughput. */
const ALL_BUT_PROPORTIONAL = 0.7;
const FEWEST_TIMES_AS_MANY = 1.4;
const SLOW = 2;

/**
 * Notices a provider that lets calls wait instead of refusing them, such as a server of one's own: more at once then only
 * take longer. By Little's law the throughput is the number at once by the time that each takes; where both grow alike, it
 * does not rise. (TCP Vegas and Netflix's concurrency-limits watch for a queue too, by the least latency known.) A model's
 * latency varies by half of itself and more whatever the load is, so that medians and quartiles are compared, of numbers
 * at once in bands that are twice as high each.
 */
export class LatencyWatch {
  readonly #bands = new Map<number, Sample[]>();
  #answers = 0;

  /** Whether so long a call speaks against more at once: it took twice as long as calls do when there are few. */
  isSlow(latencyMs: number): boolean {
    const [fewest] = this.#bandsWith(ENOUGH_TO_COMPARE);
    return fewest !== undefined && latencyMs > SLOW * quantile(latenciesOf(fewest), 0.5);
  }

  /** @returns a number at which as much was done as now; undefined as long as more at once seem to bring more */
  answered(level: number, latencyMs: number): number | undefined {
    this.#answers += 1;
    const band = Math.floor(Math.log2(level));
    const samples = this.#bands.get(band) ?? [];
    samples.push({ level, latencyMs, order: this.#answers });
    if (samples.length > SAMPLES_OF_A_BAND) samples.shift();
    this.#bands.set(band, samples);
    if (this.#answers % ANSWERS_BETWEEN_TESTS !== 0 || samples.length < ENOUGH_TO_JUDGE) return undefined;
    const fewer = this.#bandsWith(ENOUGH_TO_JUDGE).find((known) => bringsNoMore(known, samples));
    if (!fewer) return undefined;
    this.#bands.delete(band);
    return quantile(levelsOf(fewer), 0.5);
  }

  /** Those with so many samples that are not outdated, the lowest first. */
  #bandsWith(enough: number): readonly (readonly Sample[])[] {
    return [...this.#bands]
      .toSorted(([a], [b]) => a - b)
      .map(([, samples]) => samples.filter(({ order }) => order > this.#answers - OUTDATED_AFTER))
      .filter((samples) => samples.length >= enough);
  }
}

function bringsNoMore(few: readonly Sample[], many: readonly Sample[]): boolean {
  const timesAsMany = quantile(levelsOf(many), 0.5) / quantile(levelsOf(few), 0.5);
  if (timesAsMany < FEWEST_TIMES_AS_MANY) return false;
  const [fast, slow] = [latenciesOf(few), latenciesOf(many)];
  const isClear = quantile(slow, 0.25) > quantile(fast, 0.75);
  return isClear && quantile(slow, 0.5) / quantile(fast, 0.5) >= timesAsMany ** ALL_BUT_PROPORTIONAL;
}

const levelsOf = (samples: readonly Sample[]) => samples.map(({ level }) => level);
const latenciesOf = (samples: readonly Sample[]) => samples.map(({ latencyMs }) => latencyMs);

/** By nearest rank, of values of which there are some. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
