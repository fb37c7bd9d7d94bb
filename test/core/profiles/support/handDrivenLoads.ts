import { settled } from '../../../support/fakeClock';

interface PendingLoad {
  readonly userId: string;
  readonly signal: AbortSignal;
  readonly answer: (row: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A database that answers when it is told to. */
export class HandDrivenLoads {
  readonly #pending: PendingLoad[] = [];
  /** How many loads were asked for. */
  count = 0;

  readonly load = (userId: string, signal: AbortSignal): Promise<unknown> => {
    this.count += 1;
    return new Promise((answer, fail) => {
      this.#pending.push({ userId, signal, answer, fail });
    });
  };

  /** The load that has waited longest. */
  next(): PendingLoad {
    const load = this.#pending.shift();
    if (load) return load;
    throw new Error('Nobody asked for a profile');
  }

  /** Answers it, and lets what follows from that run. */
  async answer(row: unknown): Promise<void> {
    this.next().answer(row);
    await settled();
  }
}
