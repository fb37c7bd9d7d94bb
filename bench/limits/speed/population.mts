import type { Limiter, User } from '../contestants/contestant.mts';

/** A prime: steps of it through a population that is no multiple of it meet everybody, neighbours never in a row. */
export const STEP = 7_919;

/** Users of one limiter, of whom anyone may come next. */
export class Population {
  readonly #limiter: Limiter;
  readonly #users: readonly User[];
  #position = 0;

  constructor(limiter: Limiter, userIds: readonly string[]) {
    this.#limiter = limiter;
    this.#users = userIds.map((userId) => limiter.userOf(userId));
  }

  get next(): User {
    this.#position = (this.#position + STEP) % this.#users.length;
    const user = this.#users[this.#position];
    if (user === undefined) throw new RangeError('Nobody is there.');
    return user;
  }

  /** Counts requests of everybody. @throws Error when one is refused */
  async admitEach(requests: number, costUsd: number): Promise<void> {
    for (let request = 0; request < requests; request += 1) {
      for (const user of this.#users) await admitAndSettle(user, costUsd);
    }
  }

  /** Counts so many requests of the user at each place, of all users at the same time. */
  async admitTogether(requestsOf: (place: number) => number, costUsd: number): Promise<void> {
    await Promise.all(
      this.#users.map(async (user, place) => {
        for (let request = requestsOf(place); request > 0; request -= 1) await admitAndSettle(user, costUsd);
      }),
    );
  }

  async disband(): Promise<void> {
    await this.#limiter.close();
  }
}

export function userIdsOf(size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => `user-${String(index)}`);
}

/** @throws Error when the request is refused */
async function admitAndSettle(user: User, costUsd: number): Promise<void> {
  const answer = await user.admit(costUsd);
  if (!answer.allowed) throw new Error('A request was refused below every limit.');
  await answer.settle(costUsd);
}
