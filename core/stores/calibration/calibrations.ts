import { MOST_CALIBRATIONS, type Calibration, type Outcome } from '../calibrationStore';
import { withOutcome } from './aging';

/** A calibration and what it is of. */
export interface KeptCalibration {
  readonly model: string;
  /** Undefined: of the model as a whole. */
  readonly domain: string | undefined;
  readonly calibration: Calibration;
}

/** The calibrations of one process, in a Map: the names of models and domains are data, never property names. */
export class Calibrations {
  /** In the order of their last update. */
  readonly #kept = new Map<string, KeptCalibration>();

  get all(): ReadonlyMap<string, KeptCalibration> {
    return this.#kept;
  }

  find(model: string, domain: string | undefined): Calibration | undefined {
    return this.#kept.get(idOf(model, domain))?.calibration;
  }

  /** The model as a whole comes last: it outlives its domains. */
  record({ model, domain, ...outcome }: Outcome, now: number): void {
    for (const part of [domain, undefined]) {
      const calibration = withOutcome(this.find(model, part), outcome, now);
      this.add({ model, domain: part, calibration });
    }
  }

  add(kept: KeptCalibration): void {
    const id = idOf(kept.model, kept.domain);
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > MOST_CALIBRATIONS) this.#kept.delete(oldest);
  }
}

function idOf(model: string, domain: string | undefined): string {
  return JSON.stringify([model, domain]);
}
