import type { ModerationCategory } from '../../../core/guardrails/moderation/categories.ts';
import { MODERATION_CATEGORIES } from '../../../core/guardrails/moderation/categories.ts';
import { ANY_OUTPUT } from '../../../core/guardrails/moderation/model/combine.ts';
import { moderationTokens } from '../../../core/guardrails/moderation/model/moderationTokens.ts';
import { plainText } from '../../../core/guardrails/text/plainText.ts';
import type { LabelledText } from '../data/moderationRows.mts';
import { openAiTexts, toxicityTexts } from '../data/moderationRows.mts';
import type { Document } from '../linear/textSpace.mts';
import { ownTexts } from './ownTexts.mts';

/** What the model says of a text: of each category, and of all together. */
export type Output = ModerationCategory | typeof ANY_OUTPUT;

export const OUTPUTS: readonly Output[] = [ANY_OUTPUT, ...MODERATION_CATEGORIES];

/** The source of texts that the model is for. */
export const MODERATED = 'moderated';
const TOXICITY = 'toxicity';

/** How much a text of another kind than the model is for counts beside one that it is for. */
const LESS_WEIGHT = 0.3;

export interface CorpusText extends LabelledText, Document {
  readonly weight: number;
  /** Whether texts like this one are what the model is measured by. */
  readonly isMeasured: boolean;
}

/** @param folder that with `moderation-api-release` and `surge-ai-toxicity` */
export function moderationCorpus(folder: string): readonly CorpusText[] {
  return [
    ...openAiTexts(folder).map((text) =>
      corpusText(text, { source: MODERATED, weight: 1, isMeasured: true }),
    ),
    ...ownTexts().map((text) => corpusText(text, { source: MODERATED, weight: 1, isMeasured: false })),
    ...toxicityTexts(folder).map((text) =>
      corpusText(text, { source: TOXICITY, weight: LESS_WEIGHT, isMeasured: false }),
    ),
  ];
}

function corpusText(
  labelled: LabelledText,
  kind: Pick<CorpusText, 'source' | 'weight' | 'isMeasured'>,
): CorpusText {
  return { ...labelled, ...kind, tokens: moderationTokens(plainText(labelled.text)) };
}

/**
 * Whether an output holds for a text, as far as it is known: a text without any harm has none of a category that
 * nobody was asked about, and of a harmful one that is open.
 */
export function labelOf(text: CorpusText, output: Output): boolean | undefined {
  if (output === ANY_OUTPUT) return text.isHarmful;
  const label = text.categories.get(output);
  if (label !== undefined) return label;
  if (text.source !== MODERATED) return undefined;
  return text.isHarmful && text.isMeasured ? undefined : false;
}
