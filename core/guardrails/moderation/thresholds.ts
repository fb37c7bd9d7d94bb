import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { MODERATION_CATEGORIES, type ModerationCategory, type ModerationScores } from './categories';

/** By category 0 to 1: the score from which a text is not safe. */
export type ModerationThresholds = ModerationScores;

const share = 'a number from 0 to 1';
const threshold = z
  .number({ invalid_type_error: share, required_error: share })
  .min(0, share)
  .max(1, share)
  .optional();

const allowed = `an object with thresholds for ${MODERATION_CATEGORIES.join(', ')}`;
const thresholds = z
  .object(
    {
      hate: threshold,
      harassment: threshold,
      'self-harm': threshold,
      sexual: threshold,
      'sexual/minors': threshold,
      violence: threshold,
    },
    { invalid_type_error: allowed },
  )
  .strict(allowed);

/** Scores are made so that at this one a text is as likely stopped rightly as not. */
const DEFAULT_THRESHOLD = 0.5;
/** Stops what is only doubtful as well. */
const STRICT_THRESHOLD = 0.3;

/**
 * Fills in the thresholds that were left out: those of strict moderation are lower.
 *
 * @throws {InvalidParameterError}
 */
export function readThresholds(given: unknown, strict: boolean): ModerationThresholds {
  const chosen = readParameter('thresholds', given ?? {}, thresholds);
  const of = (category: ModerationCategory): number =>
    chosen[category] ?? (strict ? STRICT_THRESHOLD : DEFAULT_THRESHOLD);
  return {
    hate: of('hate'),
    harassment: of('harassment'),
    'self-harm': of('self-harm'),
    sexual: of('sexual'),
    'sexual/minors': of('sexual/minors'),
    violence: of('violence'),
  };
}
