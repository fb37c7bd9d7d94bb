import type { Clock } from '../../time/clock';
import { AdaptiveGate } from './adaptiveGate';

const MOST_GATES = 500;
/** What a provider takes changes within the hour: with other tenants of a key, another tier, another time of day. */
const OUTDATED_AFTER_MS = 15 * 60_000;

/**
 * The gates of a process, by what they lead to, such as a model at a provider: what one batch learned of it is there for
 * the next, and batches that run at the same time share it. A gate that nobody used for 15 minutes starts anew.
 */
export class CallGates {
  readonly #gates = new Map<string, AdaptiveGate>();

  of(key: string, clock: Clock): AdaptiveGate {
    const known = this.#gates.get(key);
    const isCurrent = known !== undefined && known.idleMs(clock.now()) < OUTDATED_AFTER_MS;
    const gate = isCurrent ? known : new AdaptiveGate({ clock });
    this.#gates.delete(key);
    this.#gates.set(key, gate);
    this.#forgetIdle();
    return gate;
  }

  /** Those not asked for the longest go first. One in use is kept: it would be learned twice. */
  #forgetIdle(): void {
    for (const [key, gate] of this.#gates) {
      if (this.#gates.size <= MOST_GATES) return;
      if (!gate.isInUse) this.#gates.delete(key);
    }
  }
}
