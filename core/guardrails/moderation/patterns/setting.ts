import type { Sentence } from './sentence';

/** What a sentence is about besides what is said in it: counted in the sentence itself, or with those beside it. */
export interface Setting {
  readonly technical: number;
  readonly isPlayful: boolean;
  readonly factual: number;
  readonly isFictional: boolean;
  readonly caresForLife: boolean;
  readonly caresForBodies: boolean;
}

export function settingOf(sentences: readonly Sentence[], at: number): Setting {
  const here = tagsOf([sentences[at] ?? []]);
  const around = tagsOf([sentences[at - 1] ?? [], sentences[at] ?? [], sentences[at + 1] ?? []]);
  return {
    technical: here.get('#technical') ?? 0,
    isPlayful: here.has('#playful'),
    factual: around.get('#factual') ?? 0,
    isFictional: around.has('#fictional'),
    caresForLife: around.has('#selfharmcare'),
    caresForBodies: around.has('#sexualcare'),
  };
}

const ASKED_FOR = new Set([
  '#technical',
  '#playful',
  '#factual',
  '#fictional',
  '#selfharmcare',
  '#sexualcare',
]);

function tagsOf(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of sentences.flat()) {
    for (const name of names) if (ASKED_FOR.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
