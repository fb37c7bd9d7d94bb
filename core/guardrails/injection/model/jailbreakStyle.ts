import { logitsOf, sigmoid } from '../../linear/linearModel';
import type { ModelFile } from '../../linear/modelFile';
import { tokensOf } from '../../linear/tokens';
import { amongWindows, windowsOf } from './windows';

/** How much a part of a text reads like the jailbreaks that people pass on. */
export interface StyleSign {
  /** 0 to 1: how sure it makes that the text is one. */
  readonly strength: number;
  /** 0 to 1: where in the text. */
  readonly place: number;
}

/** What a small linear model makes of a plain text, window by window. */
export type StyleReader = (plain: string) => readonly StyleSign[];

/** The name under which a weights file keeps a factor and an offset that make the model's logits true. */
export const CALIBRATION = 'calibration';

export function styleReader({ model, extra }: ModelFile): StyleReader {
  const [factor = 1, offset = 0] = extra.get(CALIBRATION) ?? [];
  return (plain) => {
    const windows = windowsOf(tokensOf(plain));
    return windows.map(({ tokens, place }) => {
      const [logit = 0] = logitsOf(model, tokens);
      return { strength: sigmoid(factor * amongWindows(logit, windows.length) + offset), place };
    });
  };
}
