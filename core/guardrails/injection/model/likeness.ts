import { logitsOf, sigmoid } from '../../linear/linearModel';
import type { ModelFile } from '../../linear/modelFile';
import { tokensOf } from '../../linear/tokens';
import { amongWindows, windowsOf, type WindowShape } from './windows';
import { withConcepts } from './wording';

/** How much a part of a text is like the attacks that a model has learnt from. */
interface LikenessSign {
  /** 0 to 1: how sure it makes that the text is one. */
  readonly strength: number;
  /** 0 to 1: where in the text. */
  readonly place: number;
}

/** What a small linear model makes of a plain text, window by window. */
export type LikenessReader = (plain: string) => readonly LikenessSign[];

/** The name under which a weights file keeps a factor and an offset that make the model's logits true. */
export const CALIBRATION = 'calibration';

/** What a model looks at. */
export interface Sight extends WindowShape {
  /** 0 to 1: a likeness that is fainter says nothing, not even together with a hint. */
  readonly faintest: number;
  /** What it weighs of the words of a window. */
  readonly grams: (words: readonly string[]) => readonly string[];
}

/** The jailbreaks that people pass on are long: one inside a longer text fills at least a window. */
export const JAILBREAK: Sight = { size: 300, fewest: 20, faintest: 0, grams: (words) => words };
/** A sentence or two that somebody puts to a model. */
export const WORDING: Sight = { size: 80, fewest: 1, faintest: 0.4, grams: withConcepts };

/** A likeness alone never makes it surer than this; a phrase that is clear does. */
const MOST = 0.8;

export function likenessReader({ model, extra }: ModelFile, sight: Sight): LikenessReader {
  const [factor = 1, offset = 0] = extra.get(CALIBRATION) ?? [];
  return (plain) => {
    const windows = windowsOf(tokensOf(plain), sight);
    return windows
      .map(({ tokens, place }) => {
        const [logit = 0] = logitsOf(model, sight.grams(tokens));
        const strength = sigmoid(factor * amongWindows(logit, windows.length) + offset);
        return { strength: Math.min(MOST, strength), place };
      })
      .filter(({ strength }) => strength >= sight.faintest);
  };
}
