import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';

/** What to do when an engine outside this process cannot tell whether a text is safe. */
export const ON_ENGINE_FAILURE = [
  /** What was found within this process decides. Where nothing was looked for there, it is `fail`. */
  'built-in',
  /** The check fails with the engine's error. */
  'fail',
  /** The text counts as unsafe. */
  'refuse',
] as const;

export type OnEngineFailure = (typeof ON_ENGINE_FAILURE)[number];

const schema = z.enum(ON_ENGINE_FAILURE, {
  errorMap: () => ({ message: `one of ${ON_ENGINE_FAILURE.join(', ')}` }),
});

/**
 * @returns `fail` when left out: what an engine could not judge is not called safe
 * @throws {InvalidParameterError}
 */
export function readOnEngineFailure(given: unknown): OnEngineFailure {
  return readParameter('onEngineFailure', given ?? 'fail', schema);
}
