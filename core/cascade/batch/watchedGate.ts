import type { CallEnd, CallGate, Passage } from '../../batch/gates/callGate';

/** What is to be told of the calls at a gate. */
export interface GateWatcher {
  /** More or fewer calls wait, or are under way. */
  changed(): void;
  ended(end: CallEnd): void;
}

/** A gate as one batch sees it, which may share it with others: knows how many of its own calls wait. */
export class WatchedGate implements CallGate {
  readonly #gate: CallGate;
  readonly #watcher: GateWatcher;
  #waiting = 0;
  #underWay = 0;

  constructor(gate: CallGate, watcher: GateWatcher) {
    this.#gate = gate;
    this.#watcher = watcher;
  }

  get waiting(): number {
    return this.#waiting;
  }

  get underWay(): number {
    return this.#underWay;
  }

  async enter(signal?: AbortSignal): Promise<Passage> {
    this.#count(1, 0);
    const passage = await this.#gate.enter(signal).catch((error: unknown) => {
      this.#count(-1, 0);
      throw error;
    });
    this.#count(-1, 1);
    return {
      leave: (end) => {
        passage.leave(end);
        this.#watcher.ended(end);
        this.#count(0, -1);
      },
    };
  }

  #count(waiting: number, underWay: number): void {
    this.#waiting += waiting;
    this.#underWay += underWay;
    this.#watcher.changed();
  }
}
