import type * as Core from '../../../core/index.ts';
import { cascadeflow } from './cascadeflow.mts';
import type { Contestant, LocalLimiter } from './contestant.mts';
import { rateLimiterFlexible } from './rateLimiterFlexible.mts';
import { tokenBucket } from './tokenBucket.mts';

/** Those that keep their state in the process. */
export interface Field {
  readonly own: Contestant<LocalLimiter>;
  readonly peers: readonly Contestant<LocalLimiter>[];
}

export function inMemory(core: typeof Core): Field {
  return { own: cascadeflow(core), peers: [rateLimiterFlexible, tokenBucket] };
}
