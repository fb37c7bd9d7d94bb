import { z } from 'zod/v3';
import { reasonOf } from '../../time/abort';
import { engineErrorOf, GuardrailEngineError } from '../external/engineError';
import type { ModerationEngine } from './moderationEngine';
import type { EngineScores } from './verdict';

/** What an engine answered, or why it could not. */
export type EngineAnswer =
  | ({ readonly kind: 'scored' } & EngineScores)
  | { readonly kind: 'failed'; readonly engine: string; readonly error: GuardrailEngineError };

const score = z.number().min(0).max(1);
const scores = z.object({
  hate: score,
  harassment: score,
  'self-harm': score,
  sexual: score,
  'sexual/minors': score,
  violence: score,
});

/**
 * Asks all engines at the same time; one that ignores the signal is left behind. A score that is no number from 0 to 1 is a failure: compared with a threshold it
 * would look safe.
 *
 * @throws the reason of `signal` when the caller aborts
 */
export async function askEngines(
  engines: readonly ModerationEngine[],
  text: string,
  signal: AbortSignal | undefined,
): Promise<EngineAnswer[]> {
  signal?.throwIfAborted();
  const over = new AbortController();
  try {
    return await new Promise<EngineAnswer[]>((resolve, reject) => {
      const giveUp = (): void => {
        reject(reasonOf(signal));
      };
      signal?.addEventListener('abort', giveUp, { signal: over.signal });
      Promise.all(engines.map((engine) => ask(engine, text, signal))).then(resolve, reject);
    });
  } finally {
    over.abort();
  }
}

async function ask(
  engine: ModerationEngine,
  text: string,
  signal: AbortSignal | undefined,
): Promise<EngineAnswer> {
  const asked = async (): Promise<unknown> => await engine.score(text, signal);
  return await asked().then(
    (given) => answerOf(engine.name, given),
    (thrown: unknown) => ({
      kind: 'failed',
      engine: engine.name,
      error: engineErrorOf(engine.name, thrown, text),
    }),
  );
}

function answerOf(engine: string, given: unknown): EngineAnswer {
  const read = scores.safeParse(given);
  if (read.success) return { kind: 'scored', engine, scores: read.data };
  const error = new GuardrailEngineError(
    `The engine "${engine}" gave scores that are no numbers from 0 to 1`,
    {
      engine,
      fault: 'bad_reply',
      cause: read.error,
    },
  );
  return { kind: 'failed', engine, error };
}
