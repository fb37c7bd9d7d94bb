import { readFileSync } from 'node:fs';
import { tokensOf } from '../../../../core/guardrails/linear/tokens.ts';
import { WORDING } from '../../../../core/guardrails/injection/model/likeness.ts';
import { plainText } from '../../../../core/guardrails/text/plainText.ts';
import { randomNumbers, shuffled } from '../../linear/random.mts';
import type { Document } from '../../linear/textSpace.mts';
import type { Prompt, PromptSource } from '../prompts.mts';

/** What a text is: an attack, an ordinary text that was written to resemble one, or any ordinary text. */
export type WordingKind = 'attack' | 'lookAlike' | 'ordinary';

/** A short text to learn from. */
export interface WordingText extends Document {
  readonly kind: WordingKind;
}

/** How many texts of the public sources go in: enough to know what people write about, so few that they fit in memory. */
const TAKEN: ReadonlyMap<PromptSource, number> = new Map([
  ['requests', 447],
  ['presidio', 250],
  ['toxicity', 250],
  ['moderation', 200],
  ['mmlu', 250],
  ['gsm8k', 100],
]);
const SEED = 3;

/** Own attacks, own texts that resemble them, and some of each public source. */
export function wordingTexts(prompts: readonly Prompt[]): WordingText[] {
  const read = (kind: WordingKind, texts: readonly string[]): WordingText[] =>
    texts.map((text) => ({
      kind,
      source: 'texts',
      tokens: WORDING.grams(tokensOf(plainText(text)).slice(0, WORDING.size)),
    }));
  const ordinary = [...TAKEN].flatMap(([source, count]) =>
    shuffled(
      prompts.filter((prompt) => prompt.source === source).map(({ text }) => text),
      randomNumbers(SEED),
    ).slice(0, count),
  );
  return [
    ...read('attack', linesOf('attacks.txt')),
    ...read('lookAlike', linesOf('ordinary.txt')),
    ...read('ordinary', ordinary),
  ];
}

/** A text a line; a line break within one is written `\n`. */
function linesOf(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(String.raw`\n`, '\n'));
}
