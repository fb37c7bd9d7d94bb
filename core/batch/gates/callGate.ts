import type { RateQuota } from '../../http/rateQuota';

/** How a call ended, as far as it says something about what its provider can take. */
export type CallEnd =
  /** `latencyMs`: what the call took. */
  | { readonly kind: 'answered'; readonly latencyMs: number; readonly quota?: RateQuota | undefined }
  /** With 429: it was one too many. `retryAfterMs`: when the provider says how long to wait. */
  | {
      readonly kind: 'refused';
      readonly retryAfterMs?: number | undefined;
      readonly quota?: RateQuota | undefined;
    }
  /** By a fault of the provider: 5xx, no answer in time, no connection. */
  | { readonly kind: 'failed'; readonly retryAfterMs?: number | undefined }
  /** In a way that says nothing about the provider: aborted, or a request that it would never take. */
  | { readonly kind: 'left' };

/** The leave to make one call. */
export interface Passage {
  /** Has to be told once how the call ended: its place is free then. */
  leave(end: CallEnd): void;
}

/** Decides when a call may be made, and learns from how calls end. Shared by all that call the same model. */
export interface CallGate {
  /**
   * Waits for a turn, first come first served.
   *
   * @throws the reason of `signal` when it aborts before
   */
  enter(signal?: AbortSignal): Promise<Passage>;
}
