// One of several processes that share a Redis: says that it is ready, makes its requests when it hears of it, and says
// how many of them were let in. Arguments: the address of the Redis, the user, how many requests.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Core from '../../../core/index.ts';

const { createUserProfile, RateLimiter, RedisStore } = createRequire(import.meta.url)(
  '../../../dist/core/index.js',
) as typeof Core;

const [, , url = '', userId = '', requests = '0'] = process.argv;
const store = new RedisStore({ url });
const limiter = new RateLimiter({ store });
const profile = createUserProfile('PRO', userId, { customRequestsPerHour: 50 });

async function request(): Promise<boolean> {
  const decision = await limiter.reserve(profile, 0.002);
  if (!decision.allowed) return false;
  await sleep(Math.random() * 20);
  await limiter.settle(decision.reservationId, 0.001);
  return true;
}

await limiter.getUsage(profile);
process.send?.('ready');
await once(process, 'message');
const letIn = await Promise.all(Array.from({ length: Number(requests) }, request));
process.send?.(letIn.filter(Boolean).length);
await store.close();
process.disconnect();
