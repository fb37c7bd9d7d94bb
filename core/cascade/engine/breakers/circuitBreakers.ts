import { BoundedMap } from './boundedMap';

/** So many failures in a row, none of them older than a minute, and a model is given a rest. */
const FAILURES = 5;
const WINDOW_MS = 60_000;
const REST_MS = 30_000;
/** A provider may ask for a day; whether it still means it is worth a question an hour later. */
const LONGEST_REST_MS = 3_600_000;
const MOST_MODELS = 1000;

interface Circuit {
  /** When the latest failures in a row were. */
  readonly failedAt: readonly number[];
  /** Missing while the model is in use. */
  readonly restsUntil?: number;
  /** Whether somebody is trying if it works again. */
  readonly isTried: boolean;
}

/**
 * Remembers across turns which models do not answer at the moment, so that no query waits for them, and which ones
 * take no options. Share one among all cascades of a process. Models are known by a key; times are in milliseconds.
 */
export class CircuitBreakers {
  readonly #circuits = new BoundedMap<Circuit>(MOST_MODELS);
  readonly #plain = new BoundedMap<true>(MOST_MODELS);
  /** When the latest of the calls began that were answered. */
  readonly #answered = new BoundedMap<number>(MOST_MODELS);

  /**
   * Why a model is not to be asked now, in words; undefined when it may be. When its rest is over, the first who asks
   * tries it, and others wait for what comes of that: report it.
   */
  refusal(key: string, now: number): string | undefined {
    const circuit = this.#circuits.get(key);
    if (circuit?.restsUntil === undefined) return undefined;
    const restMs = circuit.restsUntil - now;
    if (restMs > 0) return `it rests for another ${String(Math.ceil(restMs / 1000))} s after failing`;
    if (circuit.isTried) return 'it rests after failing, while another query tries it';
    this.#circuits.set(key, { ...circuit, isTried: true });
    return undefined;
  }

  isResting(key: string, now: number): boolean {
    const circuit = this.#circuits.get(key);
    return circuit?.restsUntil !== undefined && (circuit.restsUntil > now || circuit.isTried);
  }

  /**
   * The provider answered, be it with a refusal of this one request.
   *
   * @param begunAt when the call began
   */
  answered(key: string, begunAt?: number): void {
    this.#circuits.delete(key);
    if (begunAt !== undefined) this.#answered.set(key, Math.max(begunAt, this.#answered.get(key) ?? begunAt));
  }

  /** Whether a call was answered that began at the same time or later. */
  hasAnsweredSince(key: string, begunAt: number): boolean {
    return (this.#answered.get(key) ?? -Infinity) >= begunAt;
  }

  /** @param restMs how long the provider asks not to be asked, when that is too long to wait for */
  failed(key: string, now: number, restMs?: number): void {
    const before = this.#circuits.get(key);
    const failedAt = [...(before?.failedAt ?? []), now].slice(-FAILURES);
    const [first = now] = failedAt;
    const isTooOften = failedAt.length === FAILURES && now - first <= WINDOW_MS;
    const rests = restMs !== undefined || before?.restsUntil !== undefined || isTooOften;
    const until = now + Math.min(restMs ?? REST_MS, LONGEST_REST_MS);
    this.#circuits.set(key, {
      failedAt,
      isTried: false,
      ...(rests ? { restsUntil: Math.max(until, before?.restsUntil ?? 0) } : {}),
    });
  }

  /** Nobody waited for what the model would say. */
  abandoned(key: string): void {
    const circuit = this.#circuits.get(key);
    if (circuit?.isTried) this.#circuits.set(key, { ...circuit, isTried: false });
  }

  /** Whether the model refuses requests that ask for log-probabilities or set a temperature. */
  takesNoOptions(key: string): boolean {
    return this.#plain.get(key) === true;
  }

  refusedOptions(key: string): void {
    this.#plain.set(key, true);
  }
}
