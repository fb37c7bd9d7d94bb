import { cueCounts, cuesIn } from '../cues';
import type { DomainVerdict } from '../domain';
import type { QueryText } from '../reading/readQueryText';
import { sizeOf } from '../reading/size';

/**
 * What a query shows of how hard it is for a cheap model. None of it says which test a query is from: no letters of
 * options, no names of subjects.
 */
export const FEATURES = [
  'numbers',
  'digitShare',
  'severalQuantities',
  'storyLength',
  'wordLength',
  'commaShare',
  'brackets',
  'negations',
  'conditions',
  'creative',
  'legal',
  'math',
  'openQuestion',
  'advice',
  'givenMaterial',
  'address',
] as const;

export type Feature = (typeof FEATURES)[number];

/**
 * A feature that does not apply to a text is missing: long words say nothing where words are written together, and a
 * long story takes more steps only where a quantity is asked for.
 */
export type FeatureValues = ReadonlyMap<Feature, number>;

const FEWEST_NUMBERS = 2;
const DIGIT = /\d/g;
const COMMA = /[,，、،]/g;
const BRACKET = /[(（]/g;
const WORD = /[\p{L}\p{M}]+/gu;
const WITH_SPELLED_VOWELS = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u;

/** Reads the features of a query. Linear in its length. */
export function difficultyFeatures(query: QueryText, { domains }: DomainVerdict): FeatureValues {
  const { text, instruction, material, structure } = query;
  const counts = cueCounts(`${instruction}${material}`);
  const asked = cuesIn(instruction);
  const words = Math.max(1, sizeOf(instruction) + sizeOf(material));
  const confidenceIn = (name: string) => domains.find(({ domain }) => domain === name)?.confidence ?? 0;
  const asksQuantity = structure.numbers >= FEWEST_NUMBERS && counts.has('quantity');
  const letters = meanWordLength(text);
  return new Map<Feature, number>([
    ['numbers', Math.log1p(structure.numbers)],
    ['digitShare', times(text, DIGIT) / Math.max(1, text.length)],
    ['severalQuantities', Number(asksQuantity)],
    ...(asksQuantity ? [['storyLength', Math.log(words)] as const] : []),
    ...(letters === undefined ? [] : [['wordLength', letters] as const]),
    ['commaShare', times(text, COMMA) / words],
    ['brackets', Math.log1p(times(text, BRACKET))],
    ['negations', Math.log1p(counts.get('negation') ?? 0)],
    ['conditions', Math.log1p(counts.get('condition') ?? 0)],
    ['creative', confidenceIn('creative')],
    ['legal', confidenceIn('legal')],
    ['math', confidenceIn('math')],
    ['openQuestion', Number(asked.has('openQuestion'))],
    ['advice', Number(counts.has('advice'))],
    ['givenMaterial', Number(counts.has('given'))],
    ['address', Number(counts.has('address'))],
  ]);
}

function meanWordLength(text: string): number | undefined {
  const words = text.match(WORD) ?? [];
  if (words.length === 0 || !WITH_SPELLED_VOWELS.test(words.join(''))) return undefined;
  return words.reduce((sum, word) => sum + word.length, 0) / words.length;
}

function times(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
