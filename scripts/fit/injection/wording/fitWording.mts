import { CONCEPT_MARK } from '../../../../core/guardrails/injection/model/wording.ts';
import { CALIBRATION } from '../../../../core/guardrails/injection/model/likeness.ts';
import type { WordPackages } from '../../data/wordPackages.mts';
import { encodeModel } from '../../linear/encodeModel.mts';
import { decisionsOf, fitLogisticRegression, type Coefficients } from '../../linear/logisticRegression.mts';
import type { SquareMatrix } from '../../linear/matrix.mts';
import { randomNumbers, shuffled } from '../../linear/random.mts';
import { textSpace } from '../../linear/textSpace.mts';
import type { WordingKind, WordingText } from './wordingTexts.mts';

/** The fitted model as core reads it, and what it finds of texts that it has not learnt from. */
export interface WordingFit {
  readonly weights: string;
  readonly texts: Readonly<Record<WordingKind, number>>;
  readonly foundUnsafePercent: Readonly<Record<WordingKind, number>>;
}

const SETTINGS = {
  target: 'texts',
  sourceLikeness: 1,
  similarity: { sharpness: 4, list: 0, same: 0.3 },
  factors: { words: 1, pairs: 0.4, parts: 0 },
  sharedSlots: 2 ** 11,
  damping: 6,
};
const MOST_WORDS = 6_000;
const WORD = /^\p{L}+(?:'\p{L}+)?$/u;

const WEIGHTS: Readonly<Record<WordingKind, number>> = { attack: 4.8, lookAlike: 4, ordinary: 2.4 };
const FOLDS = 10;
const SEED = 5;
/** The share of look-alikes that may be found unsafe. It sets where the model is half sure. */
const ALLOWED = 0.006;
/** How fast it grows surer beyond. */
const SLOPE = 1.2;

/** Fits the model of short attacks. */
export function fitWording(texts: readonly WordingText[], packages: WordPackages): WordingFit {
  const space = textSpace(texts, {
    ...SETTINGS,
    words: chosenWords(texts, packages),
    space: { vectorOf: (word) => packages.vectors.get(word), listsOf: () => 0 },
  });
  const rows = [...texts.keys()];
  const heldOut = outOfFold(texts, space.likeness, rows);
  const threshold = thresholdOf(texts, heldOut);
  const { biases, groups } = space.weightsOf([fit(texts, space.likeness, rows)]);
  const weights = encodeModel({
    outputs: ['attack'],
    biases,
    // Parts of words take the longest to look up and would add little to what concepts say.
    groups: groups.filter(({ kind }) => kind !== 'parts'),
    extra: new Map([[CALIBRATION, [SLOPE, -SLOPE * threshold]]]),
  });
  const rowsOf = (kind: WordingKind): number[] => rows.filter((row) => texts[row]?.kind === kind);
  const found = (kind: WordingKind): number => {
    const over = rowsOf(kind).filter((row) => (heldOut[row] ?? 0) > threshold);
    return Number(((100 * over.length) / rowsOf(kind).length).toFixed(2));
  };
  return {
    weights,
    texts: byKind((kind) => rowsOf(kind).length),
    foundUnsafePercent: byKind(found),
  };
}

function byKind(valueOf: (kind: WordingKind) => number): Record<WordingKind, number> {
  return { attack: valueOf('attack'), lookAlike: valueOf('lookAlike'), ordinary: valueOf('ordinary') };
}

function fit(texts: readonly WordingText[], likeness: SquareMatrix, rows: readonly number[]): Coefficients {
  return fitLogisticRegression(
    likeness,
    rows.map((row) => {
      const kind = texts[row]?.kind ?? 'ordinary';
      return { row, isPositive: kind === 'attack', weight: WEIGHTS[kind] };
    }),
  );
}

/** By row: what a model says of it that has not learnt from it. */
function outOfFold(
  texts: readonly WordingText[],
  likeness: SquareMatrix,
  rows: readonly number[],
): Float64Array {
  const mixed = shuffled(rows, randomNumbers(SEED));
  const decisions = new Float64Array(texts.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const all = decisionsOf(
      likeness,
      fit(
        texts,
        likeness,
        mixed.filter((_row, index) => index % FOLDS !== fold),
      ),
    );
    mixed.forEach((row, index) => {
      if (index % FOLDS === fold) decisions[row] = all[row] ?? 0;
    });
  }
  return decisions;
}

/** What all but the allowed share of look-alikes stay below. */
function thresholdOf(texts: readonly WordingText[], decisions: Float64Array): number {
  const ofLookAlikes = [...decisions].filter((_decision, row) => texts[row]?.kind === 'lookAlike');
  ofLookAlikes.sort((one, other) => other - one);
  return ofLookAlikes[Math.floor(ofLookAlikes.length * ALLOWED)] ?? 0;
}

/** What gets weights: concepts, the words of the texts of which the meaning is known, then the most frequent ones. */
function chosenWords(texts: readonly WordingText[], { vectors }: WordPackages): string[] {
  const used = texts
    .flatMap(({ tokens }) => tokens)
    .filter((word) => word.startsWith(CONCEPT_MARK) || vectors.has(word));
  const frequent = [...vectors.keys()].filter((word) => WORD.test(word));
  return [...new Set([...used, ...frequent])].slice(0, MOST_WORDS);
}
