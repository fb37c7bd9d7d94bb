import { reasonOf } from './abort';

/** Where core gets the time and its waits from, so that hosts and tests can supply their own. */
export interface Clock {
  /** Milliseconds since the epoch; fractions are welcome. */
  now(): number;
  /**
   * Resolves after `ms` milliseconds.
   * @throws the signal's reason as soon as `signal` aborts
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest wait that a timer of Node can hold: 2^31 - 1 milliseconds, about 24.8 days. */
const LONGEST_WAIT_MS = 2_147_483_647;

/**
 * The clock of a plain Node process. n8n forbids `setTimeout` to community packages, hence
 * `AbortSignal.timeout`; its timer does not keep the process alive, hence the open message port.
 */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),

  async sleep(ms, signal) {
    signal?.throwIfAborted();
    const alarm = AbortSignal.timeout(Math.min(Math.max(0, Math.ceil(ms)), LONGEST_WAIT_MS));
    const keepAlive = new MessageChannel();
    keepAlive.port1.ref();
    await new Promise<void>((resolve, reject) => {
      const wake = () => {
        alarm.removeEventListener('abort', wake);
        signal?.removeEventListener('abort', wake);
        keepAlive.port1.close();
        if (signal?.aborted) reject(reasonOf(signal));
        else resolve();
      };
      alarm.addEventListener('abort', wake);
      signal?.addEventListener('abort', wake);
    });
  },
};
