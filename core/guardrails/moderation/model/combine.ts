import { sigmoid } from '../../linear/linearModel';
import type { ModerationCategory, ModerationScores } from '../categories';
import { MODERATION_CATEGORIES } from '../categories';

/** The output of the model that stands for all categories together. */
export const ANY_OUTPUT = 'any';

/** A straight line through logits: `logit * slope + offset`. */
export interface Line {
  readonly slope: number;
  readonly offset: number;
}

export interface Calibration {
  /** By category: makes a probability of its logit. */
  readonly lines: ReadonlyMap<ModerationCategory, Line>;
  /** The odds that a text is harmful at all: of the model for that, and of the likeliest category. */
  readonly any: { readonly slopeOfAny: number; readonly slopeOfLikeliest: number; readonly offset: number };
}

/**
 * Two questions make a score: is the text harmful at all, and of which kind most likely. So the highest score is the
 * answer to the first, and the others are in proportion to it. 0.5 is where the model was fitted to say yes.
 */
export function combine(
  logits: ReadonlyMap<string, number>,
  { lines, any }: Calibration,
): { readonly harm: number; readonly scores: ModerationScores } {
  const calibrated = (category: ModerationCategory): number => {
    const line = lines.get(category);
    return line === undefined ? -Infinity : (logits.get(category) ?? 0) * line.slope + line.offset;
  };
  const likeliest = Math.max(...MODERATION_CATEGORIES.map(calibrated));
  const harm = sigmoid(
    (logits.get(ANY_OUTPUT) ?? 0) * any.slopeOfAny + likeliest * any.slopeOfLikeliest + any.offset,
  );
  const share = (category: ModerationCategory): number => sigmoid(calibrated(category)) / sigmoid(likeliest);
  const scoreOf = (category: ModerationCategory): number => harm * share(category);
  return {
    harm,
    scores: {
      hate: scoreOf('hate'),
      harassment: scoreOf('harassment'),
      'self-harm': scoreOf('self-harm'),
      sexual: scoreOf('sexual'),
      'sexual/minors': scoreOf('sexual/minors'),
      violence: scoreOf('violence'),
    },
  };
}
