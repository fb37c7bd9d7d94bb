import type * as Core from '../../../core/index.ts';
import { cascadeflowOn } from './cascadeflow.mts';
import type { Contestant } from './contestant.mts';
import { rateLimiterFlexibleOn } from './rateLimiterFlexible.mts';

/** Those that keep their state in a Redis. */
export interface SharedField {
  readonly own: Contestant;
  readonly peer: Contestant;
}

export function onRedis(core: typeof Core, url: string): SharedField {
  return { own: cascadeflowOn(core, url, 'cascadeflow'), peer: rateLimiterFlexibleOn(url, 'flexible:') };
}
