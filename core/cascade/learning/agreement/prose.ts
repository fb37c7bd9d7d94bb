import { contentWords } from '../../text/words';
import type { Comparison } from '../comparison';
import { onlyOneDenies } from './negation';
import { numbersIn } from './numbers';
import { between } from './similarity';

/** What two texts about different things share, beyond the words of the question. */
const SHARED_BY_ANY = 0.1;
/** What two good answers to one question share. */
const SHARED_BY_SAME = 0.5;

/** Long texts that differ in words may still say the same, and those that share them may not. */
const LEAST = 0.08;
const MOST = 0.9;

/** What is left when both give numbers, or names, and none of them is the same. */
const OTHER_NUMBERS = 0.6;
const OTHER_NAMES = 0.75;
/** What is left when two short texts share most words, and one of them says `not`. */
const NEGATED = 0.3;

/** 0..1, by the words that two texts share; less where numbers, names or a `not` contradict. */
export function bySameProse({ query, draft, answer }: Comparison): number {
  const known = new Set(subjectsOf(query));
  const own = (words: readonly string[]) => new Set(words.filter((word) => !known.has(word)));
  const subjects = (text: string) => orAll(own(subjectsOf(text)), subjectsOf(text));
  const shared = overlapOf(subjects(draft), subjects(answer));
  const agreement = between(shared, SHARED_BY_ANY, SHARED_BY_SAME, LEAST, MOST);
  const numbers = differ(own(numeralsIn(draft)), own(numeralsIn(answer)));
  const names = differ(own(namesIn(draft)), own(namesIn(answer)));
  const negated = onlyOneDenies(draft, answer);
  return agreement * (numbers ? OTHER_NUMBERS : 1) * (names ? OTHER_NAMES : 1) * (negated ? NEGATED : 1);
}

/** Both have some, and none in common. */
function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && sharedIn(one, other) === 0;
}

function sharedIn(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** Half of what the shorter one shares, half of what both share: an answer may be longer than another. */
function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = sharedIn(one, other);
  const [fewer, more] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  return fewer === 0 ? 0 : (shared / fewer + (2 * shared) / (fewer + more)) / 2;
}

/** What is not said in the question already; all of it when nothing else is. */
function orAll(own: ReadonlySet<string>, all: readonly string[]): ReadonlySet<string> {
  return own.size > 0 ? own : new Set(all);
}

const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;

/** Where words are not set apart, each two letters in a row take the place of one. */
function subjectsOf(text: string): readonly string[] {
  return contentWords(text).flatMap((word) => (unspaced.test(word) ? pairsIn(word) : [word]));
}

function pairsIn(word: string): readonly string[] {
  const letters = word.match(/./gsu) ?? [];
  return letters.length === 1
    ? letters
    : letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
}

function numeralsIn(text: string): readonly string[] {
  return numbersIn(text.replace(/^\s{0,8}\d{1,3}[.)]/gm, '')).map(({ value }) => String(value));
}

/** Words with a capital that do not begin a sentence. */
function namesIn(text: string): readonly string[] {
  const names = text.match(/(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{L}{2,30}/gu) ?? [];
  return contentWords(names.join(' '));
}
