import type { CallEnd } from '../../batch/gates/callGate';
import { ChatModelError } from '../../models/chatModelError';
import type { Hearing } from './hear';

/** What was heard of a model, and how. */
export interface Heard {
  readonly hearing: Hearing;
  /** Of the call alone, waiting for its turn left out. */
  readonly latencyMs: number;
  /** Whether the model had less time than models have, because the turn had no more. */
  readonly isCutShort: boolean;
}

const LEFT: CallEnd = { kind: 'left' };

/** What a call says about how much its provider can take. */
export function endOf({ hearing, latencyMs, isCutShort }: Heard): CallEnd {
  switch (hearing.ended) {
    case 'whole':
      return { kind: 'answered', latencyMs, quota: hearing.reply.quota };
    case 'late':
      return isCutShort ? LEFT : { kind: 'failed' };
    case 'failed':
      return hearing.error instanceof ChatModelError ? endWith(hearing.error) : LEFT;
    default:
      return LEFT;
  }
}

function endWith(error: ChatModelError): CallEnd {
  const { fault, retryAfterMs, quota } = error;
  if (isRefusal(error)) return { kind: 'refused', retryAfterMs, quota };
  return PROVIDERS_OWN.has(fault) ? { kind: 'failed', retryAfterMs } : LEFT;
}

const PROVIDERS_OWN: ReadonlySet<ChatModelError['fault']> = new Set<ChatModelError['fault']>([
  'network',
  'server',
  'timeout',
]);

/** Whether the call was one too many, and will be taken later. */
export function isRefusal(error: Error): error is ChatModelError {
  return error instanceof ChatModelError && error.fault === 'rate_limit' && !error.lasts;
}
