import type { GramKind } from '../../../core/guardrails/linear/grams.ts';
import { hashOf } from '../../../core/guardrails/linear/hash.ts';
import { vectorOf } from '../../../core/guardrails/linear/textVector.ts';
import type { GramGroup } from '../../../core/guardrails/linear/textVector.ts';
import type { FittedGroup } from './encodeModel.mts';
import { sharedGroup, wordGroup } from './gramGroups.mts';
import type { Coefficients } from './logisticRegression.mts';
import { addTo, dense, likenessOfTexts, smoothed, spreadOf } from './matrix.mts';
import type { Rows, SquareMatrix } from './matrix.mts';
import { knownWords } from './wordSpace.mts';
import type { WordSimilarity, WordSpace } from './wordSpace.mts';

/** A text to learn from. */
export interface Document {
  readonly tokens: readonly string[];
  /** Where it is from: what holds for texts of one source holds for those of another only in part. */
  readonly source: string;
}

export interface SpaceSettings {
  /** The source that the model is for, and how alike the sources are, 0 to 1. */
  readonly target: string;
  readonly sourceLikeness: number;
  /** The words that get weights of their own, and how alike they are. */
  readonly words: readonly string[];
  readonly space: WordSpace;
  readonly similarity: WordSimilarity;
  /** By kind: how much it counts, and over how many slots its grams are spread. */
  readonly factors: Readonly<Record<GramKind, number>>;
  readonly sharedSlots: number;
  readonly damping: number;
}

/** Texts by how alike they are, and the way back from there to weights. */
export interface TextSpace {
  /** With 1 added to each, which is what gives the model its bias. */
  readonly likeness: SquareMatrix;
  /** By output one set of coefficients. */
  weightsOf(outputs: readonly Coefficients[]): { biases: number[]; groups: FittedGroup[] };
}

interface Part {
  readonly group: GramGroup;
  readonly hashes: Uint32Array | undefined;
  readonly rows: Rows;
  readonly likeness: SquareMatrix;
  readonly factor: number;
}

export function textSpace(documents: readonly Document[], settings: SpaceSettings): TextSpace {
  const texts = documents.map(({ tokens }) => tokens);
  const parts = [
    wordPart(texts, settings),
    sharedPart('pairs', texts, settings),
    sharedPart('parts', texts, settings),
  ];
  const between = (a: Document, b: Document): number => (a.source === b.source ? 1 : settings.sourceLikeness);
  const likeness = documents.map((document, row) => {
    const sum = new Float64Array(documents.length).fill(1);
    for (const part of parts) addTo(sum, part.likeness[row], part.factor);
    return sum.map((value, other) => value * between(document, documents[other] ?? document));
  });
  return {
    likeness,
    weightsOf(outputs) {
      const forTarget = outputs.map((coefficients) =>
        coefficients.map((value, row) =>
          documents[row]?.source === settings.target ? value : value * settings.sourceLikeness,
        ),
      );
      return {
        biases: forTarget.map((coefficients) => coefficients.reduce((sum, value) => sum + value, 0)),
        groups: parts.map((part) => fittedGroup(part, forTarget)),
      };
    },
  };
}

function fittedGroup({ group, hashes, rows, factor }: Part, outputs: readonly Coefficients[]): FittedGroup {
  const weights = outputs.map((coefficients) => {
    const sum = new Float64Array(group.slots.count);
    coefficients.forEach((value, row) => {
      if (value !== 0) addTo(sum, rows[row], value * factor);
    });
    return sum;
  });
  return { ...group, hashes, weights };
}

function wordPart(texts: readonly (readonly string[])[], settings: SpaceSettings): Part {
  const { words, space, similarity, factors, damping } = settings;
  const group = { ...wordGroup(words, texts), damping };
  const vectors = texts.map((tokens) => vectorOf(group, tokens));
  const rows = smoothed(vectors, knownWords(words, space, similarity));
  const likeness = likenessOfTexts(vectors, rows);
  return {
    group,
    hashes: Uint32Array.from(words, hashOf),
    rows,
    likeness,
    factor: factors.words / spreadOf(likeness),
  };
}

function sharedPart(
  kind: 'pairs' | 'parts',
  texts: readonly (readonly string[])[],
  { sharedSlots, factors, damping }: SpaceSettings,
): Part {
  const group = { ...sharedGroup(kind, sharedSlots, texts), damping };
  const vectors = texts.map((tokens) => vectorOf(group, tokens));
  const rows = dense(vectors, group.slots.count);
  const likeness = likenessOfTexts(vectors, rows);
  return { group, hashes: undefined, rows, likeness, factor: factors[kind] / spreadOf(likeness) };
}
