import { ChatModelError } from '../../models/chatModelError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import { engineErrorOf } from './engineError';
import { inParallel } from './inParallel';
import { withRetries } from './withRetries';

/** How an engine is asked. */
export interface EngineCall {
  readonly engine: string;
  /** The whole text, of which no error is to repeat anything. */
  readonly text: string;
  readonly clock: Clock;
  /** For all parts together, retries included. */
  readonly timeoutMs: number;
  /** How many parts are asked about at the same time. */
  readonly atOnce: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks an engine about each part of a text, within one time limit. An engine that cannot tell about one part cannot
 * tell about the text.
 *
 * @throws {GuardrailEngineError}
 * @throws the reason of `signal` when the caller aborts
 */
export async function askEngine<Part, Answer>(
  call: EngineCall,
  parts: readonly Part[],
  ask: (part: Part, signal: AbortSignal) => Promise<Answer>,
): Promise<Answer[]> {
  const { engine, text, clock, timeoutMs, atOnce, signal } = call;
  const deadline = clock.now() + timeoutMs;
  return await withTimeLimit({ clock, timeoutMs, signal, late }, (limit) =>
    inParallel(parts, { atOnce, signal: limit }, (part, stop) =>
      withRetries({ clock, deadline, signal: stop }, () => ask(part, stop)),
    ),
  ).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw engineErrorOf(engine, cause, text);
  });
}

function late(timeoutMs: number): ChatModelError {
  return new ChatModelError(`No answer within ${String(timeoutMs / 1000)} s`, { fault: 'timeout' });
}
