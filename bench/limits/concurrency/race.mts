import type { Answer, Contestant, Limits, User } from '../contestants/contestant.mts';

export const COST_USD = 0.01;

/** What all requests ask against. */
export interface Race {
  readonly userId: string;
  readonly limits: Limits;
  readonly requests: number;
}

/** Asks for all requests before the first of them is answered. */
export function askAtOnce(user: User, requests: number): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: requests }, async () => user.admit(COST_USD)));
}

/** Settles what was admitted and says how many that were. */
export async function settleAll(answers: readonly Answer[]): Promise<number> {
  const admitted = answers.flatMap((answer) => (answer.allowed ? [answer] : []));
  await Promise.all(
    admitted.map(async ({ settle }) => {
      await settle(COST_USD);
    }),
  );
  return admitted.length;
}

/** How many requests of a race run at the same time when it is held in this process. */
export async function admittedHere(
  contestant: Contestant,
  { userId, limits, requests }: Race,
): Promise<number> {
  const limiter = contestant.open(limits);
  const answers = await askAtOnce(limiter.userOf(userId), requests);
  const admitted = await settleAll(answers);
  await limiter.close();
  return admitted;
}
