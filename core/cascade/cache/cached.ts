import { CascadeError } from '../../errors/cascadeError';
import type { Awaitable } from '../../stores/awaitable';
import { withTimeLimit, type TimeLimit } from '../../time/withTimeLimit';
import type { AgentResult } from '../agent/agentResult';
import { handOver } from '../engine/handOver';
import { cacheHit } from './cacheHit';
import { cacheKeyOf, type CacheKeyParts } from './cacheKey';
import type { ResponseCache } from './responseCache';
import { SingleFlight } from './singleFlight';
import { answerIn, type CacheableResult, type StoredAnswer } from './storedAnswer';

export interface CachedRequest extends CacheKeyParts {
  /** Takes an answer of the cache in one piece. The run has to send its own. */
  readonly onText?: ((text: string) => Awaitable<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The runs of all caches of the process. */
const flights = new SingleFlight<StoredAnswer>();

/**
 * The tenant's answer to exactly this request, if there is one; else what `run` gives, which is kept when it may be
 * given again. While a run is under way, the same request of the same tenant waits for its answer, for half of the time
 * that it has; should the run fail, or bring what may not be given again, each runs for itself.
 *
 * @param run is told how many milliseconds have gone by
 * @throws what `run` throws
 * @throws what `onText` throws
 * @throws {CascadeError} `TEXT_NOT_TAKEN` when `onText` is not done in time
 * @throws the reason of the request's signal when it aborts
 */
export async function cached<Result extends CacheableResult>(
  cache: ResponseCache,
  request: CachedRequest,
  run: (waitedMs: number) => Promise<Result>,
): Promise<Result | AgentResult> {
  const { clock } = cache;
  const startedAt = clock.now();
  const runNow = () => run(clock.now() - startedAt);
  const key = cacheKeyOf(request);
  const { settings, signal, onText } = request;
  const limit = { clock, signal, timeoutMs: settings.totalTimeoutMs };
  const hit = async (answer: StoredAnswer) => {
    if (onText) await handOver(limit, () => onText(answer.output));
    return cacheHit(answer, request.messages.at(-1), clock.now() - startedAt);
  };
  const flight = flights.find(cache.nameOf(key));
  if (flight) {
    const shared = await whileWanted(flight, limit);
    return shared ? await hit(shared) : await runNow();
  }
  const answered = await flights.lead(cache.nameOf(key), answer(cache, key, runNow), ({ kept }) => kept);
  return answered.from === 'cache' ? await hit(answered.kept) : answered.result;
}

/** The other half is for a run of one's own: who is waited for may have more time, and still fail. */
const SHARE_OF_WAITING = 0.5;

/** @returns undefined when the flight brought nothing, or nothing in time */
async function whileWanted(
  flight: Promise<StoredAnswer | undefined>,
  { timeoutMs, ...limit }: Omit<TimeLimit, 'late'>,
): Promise<StoredAnswer | undefined> {
  const waiting = { ...limit, timeoutMs: timeoutMs * SHARE_OF_WAITING, late: tooSlow };
  return await withTimeLimit(waiting, () => flight).catch(() => {
    limit.signal?.throwIfAborted();
    return undefined;
  });
}

function tooSlow(): CascadeError {
  return new CascadeError('The run that was waited for took too long', { code: 'CACHE_TIMEOUT' });
}

type Answered<Result> =
  | { readonly from: 'cache'; readonly kept: StoredAnswer }
  | { readonly from: 'run'; readonly result: Result; readonly kept: StoredAnswer | undefined };

async function answer<Result extends CacheableResult>(
  cache: ResponseCache,
  key: string,
  run: () => Promise<Result>,
): Promise<Answered<Result>> {
  const found = await cache.find(key);
  if (found) return { from: 'cache', kept: found };
  const result = await run();
  const kept = answerIn(result, cache.clock.now());
  if (kept) await cache.keep(key, kept);
  return { from: 'run', result, kept };
}
