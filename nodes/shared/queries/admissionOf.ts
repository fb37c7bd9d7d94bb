import type { INodeExecutionData } from 'n8n-workflow';
import { RateLimiter, type Admission } from '../../../core';
import { objectIn } from '../itemJson';
import type { RunStore } from '../tenants/runStore';
import type { Counting } from './queryParameters';
import type { User } from './user';

interface Asker {
  readonly item: INodeExecutionData;
  readonly user: User | undefined;
  readonly parameters: Counting;
}

/**
 * The limits that hold for an item; undefined without any. A reservation that a Rate Limit Check left in the item is taken.
 *
 * @throws whatever `openStore` throws
 */
export async function admissionOf(
  store: RunStore,
  { item, user, parameters }: Asker,
): Promise<Admission | undefined> {
  if (!user?.applies.has('limits')) return undefined;
  const { reservationId: incoming } = objectIn(item.json, 'rateLimit');
  return {
    limiter: new RateLimiter({ store: await store.open() }),
    profile: user.profile,
    estimateUsd: parameters.estimatedCostUsd,
    reservationId: parameters.reservationId ?? (typeof incoming === 'string' ? incoming : undefined),
    whenUnavailable: parameters.whenUnavailable,
  };
}
