import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { readOnEngineFailure, type OnEngineFailure } from '../external/onEngineFailure';
import type { ModerationEngine } from './moderationEngine';
import { readThresholds, type ModerationThresholds } from './thresholds';

/** What a user may choose about moderation. */
export interface ModeratorOptions {
  /** Stops what is only doubtful, too. False when left out. */
  strict?: boolean | undefined;
  /** By category 0 to 1; those left out are the default, or that of strict moderation. */
  thresholds?: Partial<ModerationThresholds> | undefined;
  /** Asked by `checkAsync`, besides what this package knows itself. */
  engines?: readonly ModerationEngine[] | undefined;
  /** `fail` when left out: what an engine could not judge is not called safe. */
  onEngineFailure?: OnEngineFailure | undefined;
}

/** Options with every choice made. */
export interface ReadModeratorOptions {
  readonly thresholds: ModerationThresholds;
  readonly engines: readonly ModerationEngine[];
  readonly onEngineFailure: OnEngineFailure;
}

const yesOrNo = 'true or false';
const strict = z.boolean({ invalid_type_error: yesOrNo });
const listed = 'a list of engines with a name and a score function';
const engines = z.array(z.custom<ModerationEngine>(isEngine, listed), { invalid_type_error: listed });

/** @throws {InvalidParameterError} */
export function readModeratorOptions(given: ModeratorOptions): ReadModeratorOptions {
  const isStrict = readParameter('strict', given.strict ?? false, strict);
  return {
    thresholds: readThresholds(given.thresholds, isStrict),
    engines: readParameter('engines', given.engines ?? [], engines),
    onEngineFailure: readOnEngineFailure(given.onEngineFailure),
  };
}

function isEngine(given: unknown): boolean {
  return (
    typeof given === 'object' &&
    given !== null &&
    'name' in given &&
    typeof given.name === 'string' &&
    'score' in given &&
    typeof given.score === 'function'
  );
}
