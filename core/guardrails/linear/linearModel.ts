import type { GramGroup } from './textVector';
import { vectorOf } from './textVector';

/** Weights of one group: by slot, then by output, as whole numbers from -127 to 127. */
export interface WeightedGroup extends GramGroup {
  readonly weights: Int8Array;
  /** By output: what a weight of 1 adds. */
  readonly scales: readonly number[];
}

/** Some logistic regressions over the same text. */
export interface LinearModel {
  /** The names of what is predicted. */
  readonly outputs: readonly string[];
  /** By output: what it starts from. */
  readonly biases: readonly number[];
  readonly groups: readonly WeightedGroup[];
}

/** By output: the logarithm of the odds that it holds for a text. Takes time linear in the text's length. */
export function logitsOf({ biases, groups }: LinearModel, tokens: readonly string[]): readonly number[] {
  const logits = [...biases];
  for (const group of groups) {
    contributionsOf(group, tokens, logits.length).forEach((sum, output) => {
      logits[output] = (logits[output] ?? 0) + sum * (group.scales[output] ?? 0);
    });
  }
  return logits;
}

function contributionsOf(group: WeightedGroup, tokens: readonly string[], outputs: number): Float64Array {
  const sums = new Float64Array(outputs);
  const { weights } = group;
  const { slots, values } = vectorOf(group, tokens);
  for (let index = 0; index < slots.length; index += 1) {
    const value = values[index] ?? 0;
    const row = (slots[index] ?? 0) * outputs;
    for (let output = 0; output < outputs; output += 1) {
      sums[output] = (sums[output] ?? 0) + value * (weights[row + output] ?? 0);
    }
  }
  return sums;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
