import { VERIFIER } from '../data/recordedDrafts.mts';

/**
 * US dollars for a million tokens of input and output: list prices of the models' makers at the time, and what open
 * weights typically cost. Only their ratio matters here.
 */
const PRICES: ReadonlyMap<string, readonly [input: number, output: number]> = new Map([
  [VERIFIER, [10, 30]],
  ['gpt-3.5-turbo-1106', [0.5, 1.5]],
  ['Mixtral-8x7B-Instruct-v0.1', [0.24, 0.24]],
]);

const CHARACTERS_A_TOKEN = 4;

/** US dollars for one answer. */
export function costOfAnswer(model: string, prompt: string, answer: string): number {
  const [input, output] = PRICES.get(model) ?? [NaN, NaN];
  const tokens = (text: string) => Math.max(1, Math.ceil(text.length / CHARACTERS_A_TOKEN));
  return (tokens(prompt) * input + tokens(answer) * output) / 1e6;
}
