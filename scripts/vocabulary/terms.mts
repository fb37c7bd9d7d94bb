import { topics, type Topic, type TopicName } from './topics.mts';
import type { WordNet } from './wordNet.mts';

/** A word or two that belong to a domain. */
export interface Term {
  /** With `*` at its end where all words that begin so are of the domain. */
  readonly phrase: string;
  readonly domain: TopicName;
  readonly strength: 'telling' | 'weak' | 'faint';
}

/** Vectors of length 1 by word, the most frequent word first. */
export type Vectors = ReadonlyMap<string, Float32Array>;

interface Candidate {
  readonly words: readonly string[];
  readonly domain: TopicName;
  /** 0..1: how much of the use of the word is of the domain. */
  readonly share: number;
  readonly vector: Float32Array;
}

const DOMAINS = Object.keys(topics) as readonly TopicName[];
/** Meanings that were never met in the tagged texts are rare, not impossible. */
const UNSEEN = 1;
const LEAST_SHARE = 0.5;
/** From here on a word means hardly anything else. */
const SURE_SHARE = 0.9;
/** Cosines with the middle of a domain: a word that is used for other things too, and a pair of words, need more. */
const LEAST_NEARNESS = 0.3;
const LEAST_NEARNESS_OF_FEW = 0.45;
const LEAST_NEARNESS_OF_PAIR = 0.4;
/** What is among so many most frequent words is said of many things. */
const COMMON = 8_000;
/** Two words that are frequent each are said together of other things too: "chicken breast", "test case". */
const RARE = 15_000;
/** Words that may begin as a term does, by frequency. */
const KNOWN = 40_000;
const SHORTEST_STEM = 6;
const PHRASE = /^[a-z]{3,}(?:_[a-z]{3,})?$/;

/** The words that WordNet gives to a domain and that texts use like the domain's other words. */
export function termsOf(wordNet: WordNet, vectors: Vectors): readonly Term[] {
  const candidates = DOMAINS.flatMap((domain) => candidatesFor(domain, wordNet, vectors));
  const middles = new Map(
    DOMAINS.map((domain) => [
      domain,
      sumOf(candidates.filter((one) => one.domain === domain && one.share === 1).map(({ vector }) => vector)),
    ]),
  );
  const nearness = (vector: Float32Array, domain: TopicName) => cosine(vector, middles.get(domain) ?? vector);
  const ranks = new Map([...vectors.keys()].map((word, rank) => [word, rank]));
  const known = [...vectors.keys()].slice(0, KNOWN);
  return candidates.flatMap(({ words, domain, share, vector }) => {
    const own = nearness(vector, domain);
    const isPair = words.length > 1;
    const least =
      share < SURE_SHARE ? LEAST_NEARNESS_OF_FEW : isPair ? LEAST_NEARNESS_OF_PAIR : LEAST_NEARNESS;
    if (own < least || DOMAINS.some((other) => nearness(vector, other) > own)) return [];
    const rank = Math.max(...words.map((word) => ranks.get(word) ?? Infinity));
    if (isPair && rank < RARE) return [];
    const isCommon = rank < COMMON;
    const strength = isCommon ? 'faint' : share < SURE_SHARE ? 'weak' : 'telling';
    const phrase = words.join(' ');
    const likewise = known.filter((word) => word.startsWith(phrase));
    const isStem =
      !isPair &&
      phrase.length >= SHORTEST_STEM &&
      likewise.every((word) => nearness(vectors.get(word) ?? vector, domain) >= LEAST_NEARNESS);
    return [{ phrase: isStem ? `${phrase}*` : phrase, domain, strength }];
  });
}

function candidatesFor(domain: TopicName, wordNet: WordNet, vectors: Vectors): readonly Candidate[] {
  const members = membersOf(topics[domain], wordNet);
  return [...wordNet.senses].flatMap(([lemma, senses]) => {
    const words = lemma.split('_');
    const found = words.flatMap((word) => vectors.get(word) ?? []);
    if (!PHRASE.test(lemma) || found.length < words.length) return [];
    const uses = (some: typeof senses) => some.reduce((sum, { count }) => sum + count + UNSEEN, 0);
    const share = uses(senses.filter(({ synset }) => members.has(synset))) / uses(senses);
    return share < LEAST_SHARE ? [] : [{ words, domain, share, vector: sumOf(found) }];
  });
}

function membersOf({ fields, kinds, without = [] }: Topic, { synsets, named }: WordNet): ReadonlySet<string> {
  const idOf = (name: string) => named(name).id;
  const fieldIds = new Set(fields.map(idOf));
  const usedThere = [...synsets.values()].filter(({ pointers }) =>
    pointers.some(({ symbol, to }) => symbol === ';c' && fieldIds.has(to)),
  );
  const left = new Set(without.map(idOf));
  const members = new Set(usedThere.map(({ id }) => id));
  const open = kinds.map(idOf);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    members.add(id);
    const below = synsets.get(id)?.pointers.filter(({ symbol }) => symbol === '~') ?? [];
    open.push(...below.map(({ to }) => to).filter((to) => !members.has(to) && !left.has(to)));
  }
  return members;
}

function sumOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, index) => (sum[index] = (sum[index] ?? 0) + value));
  return sum;
}

function cosine(one: Float32Array, other: Float32Array): number {
  const length = Math.sqrt(product(one, one) * product(other, other));
  return length === 0 ? 0 : product(one, other) / length;
}

function product(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
