import type { Calculation } from '../../calculation/calculation';
import type { Signal } from '../../signal';

const MANY = 3;

/** To put n numbers together takes n - 1 operations; the draft shows fewer. */
export const missingSteps: Signal = ({ calculation, words }) => {
  if (!calculation || isBareAnswer(calculation, words)) return undefined;
  const shown = calculation.steps.reduce((sum, { operands }) => sum + operands.length - 1, 0);
  const missing = calculation.given.length - 1 - shown;
  if (calculation.given.length <= FEW || missing <= 0) return undefined;
  return {
    strength: Math.min(1, missing / MANY),
    reason: 'the draft takes fewer steps than the question needs',
  };
};

/** Several numbers are to be put together, and the draft shows no calculation at all. */
export const noSteps: Signal = ({ calculation, words }) =>
  calculation &&
  calculation.given.length > FEW &&
  calculation.steps.length === 0 &&
  !isBareAnswer(calculation, words)
    ? { strength: 1, reason: 'the draft does not show how it got its number' }
    : undefined;

/** Two numbers are put together in one's head. */
const FEW = 2;
const FEW_FOR_A_BARE_ANSWER = 3;
const FEWEST_WORDS = 12;

/** A short answer without a word on how it came about will do for a small question. */
function isBareAnswer({ given, steps }: Calculation, words: readonly string[]): boolean {
  return steps.length === 0 && given.length <= FEW_FOR_A_BARE_ANSWER && words.length < FEWEST_WORDS;
}
