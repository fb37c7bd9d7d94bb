import type { Awaitable } from '../../stores/awaitable';
import type { AgentResult } from '../agent/agentResult';
import { cacheHit } from './cacheHit';
import { cacheKeyOf, type CacheKeyParts } from './cacheKey';
import type { ResponseCache } from './responseCache';
import { SingleFlight, whileWanted } from './singleFlight';
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
 * given again. While a run is under way, the same request of the same tenant waits for its answer; should the run fail,
 * or bring what may not be given again, each runs for itself.
 *
 * @throws what `run` throws
 * @throws what `onText` throws
 * @throws the reason of the request's signal when it aborts while another run is waited for
 */
export async function cached<Result extends CacheableResult>(
  cache: ResponseCache,
  request: CachedRequest,
  run: () => Promise<Result>,
): Promise<Result | AgentResult> {
  const { clock } = cache;
  const startedAt = clock.now();
  const key = cacheKeyOf(request);
  const hit = async (answer: StoredAnswer) => {
    await request.onText?.(answer.output);
    return cacheHit(answer, request.messages.at(-1), clock.now() - startedAt);
  };
  const flight = flights.find(cache.nameOf(key));
  if (flight) {
    const shared = await whileWanted(flight, request.signal);
    return shared ? await hit(shared) : await run();
  }
  const answered = await flights.lead(cache.nameOf(key), answer(cache, key, run), ({ kept }) => kept);
  return answered.from === 'cache' ? await hit(answered.kept) : answered.result;
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
