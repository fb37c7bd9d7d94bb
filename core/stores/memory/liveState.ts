import type { StoredProfile } from '../profileStore';
import { Conversations } from '../redactions/conversations';
import { UserUsage } from '../usage/userUsage';

/** How many users each write looks at to find idle ones: two, so that sweeping outruns arriving. */
const LOOKS_PER_WRITE = 2;

/**
 * The state of all tenants as objects of this process. In Maps: user ids are data, never property names. Usage that no
 * longer counts is dropped bit by bit along with the writes of others, since core has no timers.
 */
export class LiveState {
  readonly profiles: Map<string, StoredProfile>;
  readonly redactions = new Conversations();
  readonly #usages = new Map<string, UserUsage>();
  #sweep: MapIterator<[string, UserUsage]> = this.#usages.entries();

  /** @param profiles may be those of another state */
  constructor(profiles = new Map<string, StoredProfile>()) {
    this.profiles = profiles;
  }

  get usages(): ReadonlyMap<string, UserUsage> {
    return this.#usages;
  }

  /** The user's usage without what no longer counts; undefined when there is none. */
  usageOf(userId: string, now: number): UserUsage | undefined {
    const usage = this.#usages.get(userId);
    usage?.expire(now);
    return usage;
  }

  addUsage(userId: string, usage: UserUsage, now: number): void {
    this.#look(now);
    this.#usages.set(userId, usage);
  }

  dropUsage(userId: string): boolean {
    return this.#usages.delete(userId);
  }

  dropIdleUsages(now: number): void {
    for (const [userId, usage] of this.#usages) this.#dropIfIdle(userId, usage, now);
  }

  #look(now: number): void {
    for (let looks = 0; looks < LOOKS_PER_WRITE; looks++) {
      const next = this.#sweep.next();
      if (next.done === true) {
        this.#sweep = this.#usages.entries();
        return;
      }
      this.#dropIfIdle(...next.value, now);
    }
  }

  #dropIfIdle(userId: string, usage: UserUsage, now: number): void {
    usage.expire(now);
    if (usage.isIdle) this.#usages.delete(userId);
  }
}
