import { logitsOf } from '../../linear/linearModel';
import type { LinearModel } from '../../linear/linearModel';
import { readModel } from '../../linear/modelFile';
import type { ModelFile } from '../../linear/modelFile';
import { once } from '../../once';
import type { ModerationScores } from '../categories';
import { MODERATION_CATEGORIES } from '../categories';
import type { Calibration } from './combine';
import { combine } from './combine';
import { moderationTokens } from './moderationTokens';
import weights from './moderation.b64';

interface ModerationModel {
  readonly model: LinearModel;
  readonly calibration: Calibration;
}

const loaded = once(() => moderationModel(readModel(weights)));

/**
 * What the built-in model makes of a text: by category 0 to 1, where 0.5 is as sure as it should be before a text is
 * stopped. How it was fitted and how well it does is in `moderation.report.json` beside the weights.
 * @param plain of `plainText`
 */
export function modelScores(plain: string): ModerationScores {
  const { model, calibration } = loaded();
  const logits = logitsOf(model, moderationTokens(plain));
  return combine(new Map(model.outputs.map((output, index) => [output, logits[index] ?? 0])), calibration)
    .scores;
}

function moderationModel({ model, extra }: ModelFile): ModerationModel {
  const lines = MODERATION_CATEGORIES.map((category) => {
    const [slope = 0, offset = 0] = extra.get(category) ?? [];
    return [category, { slope, offset }] as const;
  });
  const [slopeOfAny = 0, slopeOfLikeliest = 0, offset = 0] = extra.get('any') ?? [];
  return { model, calibration: { lines: new Map(lines), any: { slopeOfAny, slopeOfLikeliest, offset } } };
}
