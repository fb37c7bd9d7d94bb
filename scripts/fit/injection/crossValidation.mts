import { collectEvidence } from '../../../core/guardrails/injection/collectEvidence.ts';
import {
  CALIBRATION,
  JAILBREAK,
  likenessReader,
  type LikenessReader,
} from '../../../core/guardrails/injection/model/likeness.ts';
import { readModel } from '../../../core/guardrails/linear/modelFile.ts';
import { encodeModel } from '../linear/encodeModel.mts';
import { randomNumbers, shuffled } from '../linear/random.mts';
import { fitBlend } from '../measure/platt.mts';
import { fitModel, logitOf, type InjectionModel, type ReadPrompt } from './injectionModel.mts';

/** A prompt as models see it that have not learnt from it or its like. */
export interface HeldOut {
  readonly prompt: ReadPrompt;
  /** The score of the phrases, of the model, and of both: 0 to 1. */
  readonly phrases: number;
  readonly model: number;
  readonly both: number;
}

export interface CrossValidation {
  readonly heldOut: readonly HeldOut[];
  /** Factor and offset that make a logit true. */
  readonly calibration: readonly number[];
}

const FOLDS = 5;
const SEED = 11;
/** The logit of a text that is too short for the model, as good as none. */
const NO_LOGIT = -20;

export function crossValidate(prompts: readonly ReadPrompt[]): CrossValidation {
  const folds = foldsOf(prompts);
  const models = folds.map((fold) => fitModel(prompts.filter(({ group }) => !fold.has(group))));
  const judged = folds.flatMap((fold, index) => {
    const model = models[index];
    return model === undefined
      ? []
      : prompts.filter(({ group }) => fold.has(group)).map((prompt) => ({ prompt, model }));
  });
  const logits = judged.map(({ prompt, model }) => ({ prompt, logit: logitOf(model, prompt) }));
  const known = logits.flatMap(({ prompt, logit }) => (logit === undefined ? [] : [{ prompt, logit }]));
  const { factors, offset } = fitBlend(
    known.map(({ logit }) => [logit]),
    known.map(({ prompt }) => prompt.isAttack),
  );
  const calibration = [...factors, offset];
  const styles = new Map(
    models.map((model) => [model, likenessReader(readModel(weightsFile(model, calibration)), JAILBREAK)]),
  );
  const heldOut = judged.map(({ prompt, model }) => {
    const style = styles.get(model) ?? (() => []);
    const score = (...readers: readonly LikenessReader[]): number =>
      collectEvidence(prompt.text, {
        likeness: new Map(readers.map((reader) => ['style', reader])),
        quotations: 'excused',
      }).score;
    const logit = logitOf(model, prompt) ?? NO_LOGIT;
    const [factor = 1] = factors;
    return {
      prompt,
      phrases: score(),
      model: 1 / (1 + Math.exp(-(factor * logit + offset))),
      both: score(style),
    };
  });
  return { heldOut, calibration };
}

/** The text of the file that core reads. */
export function weightsFile(
  { bias, group, weights }: InjectionModel,
  calibration: readonly number[],
): string {
  return encodeModel({
    outputs: ['jailbreak'],
    biases: [bias],
    groups: [{ kind: group.kind, hashes: undefined, rarity: group.rarity, weights: [weights] }],
    extra: new Map([[CALIBRATION, calibration]]),
  });
}

/** Groups dealt out to folds. */
function foldsOf(prompts: readonly ReadPrompt[]): ReadonlySet<string>[] {
  const groups = shuffled([...new Set(prompts.map(({ group }) => group))], randomNumbers(SEED));
  return Array.from(
    { length: FOLDS },
    (_, fold) => new Set(groups.filter((_group, index) => index % FOLDS === fold)),
  );
}
