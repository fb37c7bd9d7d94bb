import { tokensOf } from '../../../core/guardrails/linear/tokens.ts';
import { vectorOf, type GramGroup } from '../../../core/guardrails/linear/textVector.ts';
import { JAILBREAK } from '../../../core/guardrails/injection/model/likeness.ts';
import { amongWindows, windowsOf } from '../../../core/guardrails/injection/model/windows.ts';
import { plainText } from '../../../core/guardrails/text/plainText.ts';
import { sharedGroup } from '../linear/gramGroups.mts';
import type { Prompt } from './prompts.mts';
import { fitRegression, product, type Regression } from './sparseRegression.mts';

/** A prompt and the windows that the model sees of it. */
export interface ReadPrompt extends Prompt {
  readonly windows: readonly (readonly string[])[];
}

export interface InjectionModel extends Regression {
  readonly group: GramGroup;
}

/** Many words share a slot: single words matter little in a style. */
const SLOTS = 2 ** 13;
/** Requests that resemble attacks teach the most. */
const WEIGHT_OF_REQUESTS = 2;

export function withWindows(prompts: readonly Prompt[]): ReadPrompt[] {
  return prompts.map((prompt) => ({
    ...prompt,
    windows: windowsOf(tokensOf(plainText(prompt.text)), JAILBREAK).map(({ tokens }) => tokens),
  }));
}

/** Learns from the windows of all prompts that may be learnt from; a prompt counts the same however long it is. */
export function fitModel(prompts: readonly ReadPrompt[]): InjectionModel {
  const learntFrom = prompts.filter(({ isMeasuredOnly }) => !isMeasuredOnly);
  const group = sharedGroup(
    'words',
    SLOTS,
    learntFrom.flatMap(({ windows }) => windows),
  );
  const examples = learntFrom.flatMap(({ windows, isAttack, source }) =>
    windows.map((tokens) => ({
      vector: vectorOf(group, tokens),
      isPositive: isAttack,
      weight: (source === 'requests' ? WEIGHT_OF_REQUESTS : 1) / windows.length,
    })),
  );
  return { group, ...fitRegression(examples, SLOTS) };
}

/** The logit of the window that looks most like an attack; that of no window is none. */
export function logitOf(
  { group, bias, weights }: InjectionModel,
  { windows }: ReadPrompt,
): number | undefined {
  if (windows.length === 0) return undefined;
  const logits = windows.map((tokens) => bias + product(vectorOf(group, tokens), weights));
  return amongWindows(Math.max(...logits), windows.length);
}
