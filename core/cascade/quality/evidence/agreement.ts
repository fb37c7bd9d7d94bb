import { topicOf } from '../../text/topic';
import { readable, wordsOf } from '../../text/words';
import { keyOf } from '../calculation/quantities';

const SHORT_WORDS = 12;
const number = /-?\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?|-?\d{1,15}(?:\.\d{1,10})?/g;
const END = 300;

/**
 * 0..1: how far two answers to the same question say the same. Short ones are compared word by word, those that end in
 * a number by that number, and other texts by what they are about, which two good texts share for the most part.
 */
export function agreementOf(one: string, other: string): number {
  const [words, otherWords] = [wordsOf(one), wordsOf(other)];
  if (Math.min(words.length, otherWords.length) <= SHORT_WORDS) return containment(words, otherWords);
  const [conclusion, otherConclusion] = [conclusionOf(one), conclusionOf(other)];
  if (conclusion !== undefined && otherConclusion !== undefined) {
    return conclusion === otherConclusion ? 1 : 0;
  }
  return Math.min(1, overlap(topicOf(one), topicOf(other)) / SHARED_BY_GOOD_TEXTS);
}

/** Two texts on one subject share this much of their words and still say the rest in their own way. */
const SHARED_BY_GOOD_TEXTS = 0.4;

/** How much of the shorter answer stands in the longer: "1818" in "It came out in 1818." */
function containment(one: readonly string[], other: readonly string[]): number {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length === 0) return longer.length === 0 ? 1 : 0;
  const known = new Set(longer);
  return shorter.filter((word) => known.has(word)).length / shorter.length;
}

function overlap(one: readonly string[], other: readonly string[]): number {
  const [first, second] = [new Set(one), new Set(other)];
  const shared = [...first].filter((piece) => second.has(piece)).length;
  return (2 * shared) / Math.max(1, first.size + second.size);
}

/** The number in the last sentence of a text, when it ends with one. */
function conclusionOf(text: string): number | undefined {
  const read = readable(text).trimEnd().slice(-END);
  const sentence = read.split(/[.!?](?:\s|$)|\n/).findLast((part) => part.trim() !== '') ?? '';
  const written = sentence.match(number)?.at(-1);
  return written === undefined ? undefined : keyOf(Number(written.replaceAll(',', '')));
}
