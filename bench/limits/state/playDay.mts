import type { User } from '../contestants/contestant.mts';
import { Random } from '../traces/random.mts';
import type { Day } from './day.mts';

/** What else happens on a day. */
interface Hooks {
  /** Before a request, with its moment in ms from the day's start. */
  readonly moveTo?: (ms: number) => void;
  /** After a request, with how many there have been. */
  readonly lookAfter?: (requests: number) => Promise<void>;
}

/**
 * Has a user ask for all requests of a day. Estimates and costs are spread evenly from half to one and a half times the
 * mean, each for itself.
 * @throws Error when a request is refused
 */
export async function playDay(
  user: User,
  { requests, spread, isSettled, meanCostUsd }: Day,
  { moveTo, lookAfter }: Hooks = {},
): Promise<void> {
  const random = new Random(requests);
  const cost = (): number => (0.5 + random.next()) * meanCostUsd;
  for (const [request, moment] of spread(requests).entries()) {
    moveTo?.(moment);
    const answer = await user.admit(cost());
    if (!answer.allowed) throw new Error('A request was refused below every limit.');
    if (isSettled(request)) await answer.settle(cost());
    await lookAfter?.(request + 1);
  }
}
