import { plainText } from '../../text/plainText';
import { readPhrase, type Step, type WordSets } from './phrase';
import { tokensOf, type Token } from './tokens';
import { Vocabulary } from './vocabulary';

/** Where a phrase stands: from its first token to its last. */
export interface Match<Entry> {
  readonly entry: Entry;
  readonly first: number;
  readonly last: number;
}

/** A step that waits for a word: the slot before it says where the phrase has come to, its own where it goes on. */
interface Waiting<Entry> {
  readonly slot: number;
  readonly begins: boolean;
  readonly gap: number;
  /** Said by the last step only. */
  readonly entry: Entry | undefined;
}

/**
 * Finds phrases in a text, each word once: for every step of every phrase it keeps only the latest place that the
 * phrase has come to. A later one leaves more room for what follows, so none is missed, and nothing is tried twice.
 */
export class PhraseBook<Entry> {
  readonly #vocabulary = new Vocabulary();
  /** By set of words: the steps that wait for one of it. */
  readonly #waiting: Waiting<Entry>[][] = [];
  /** What waits for a word, by the sets that it belongs to. */
  readonly #waitingForWord = new WeakMap<readonly number[], readonly Waiting<Entry>[]>();
  readonly #setNumbers = new Map<string, number>();
  #slots = 0;

  constructor(phrases: Iterable<readonly [phrase: string, entry: Entry]>, sets: WordSets) {
    for (const [phrase, entry] of phrases) {
      for (const steps of readPhrase(phrase, sets)) this.#add(steps, entry);
    }
  }

  tokensOf(plain: string): Token[] {
    return tokensOf(plain, this.#vocabulary);
  }

  *matches(tokens: readonly Token[]): Generator<Match<Entry>> {
    const reached = new Int32Array(this.#slots).fill(-1);
    const firsts = new Int32Array(this.#slots);
    for (const [at, { sets, place }] of tokens.entries()) {
      if (sets.length === 0) continue;
      for (const { slot, begins, gap, entry } of this.#waitingFor(sets)) {
        const before = begins ? at : (reached[slot - 1] ?? -1);
        if (before < 0 || place - (tokens[before]?.place ?? place) - 1 > gap) continue;
        reached[slot] = at;
        firsts[slot] = begins ? at : (firsts[slot - 1] ?? at);
        if (entry !== undefined) yield { entry, first: firsts[slot], last: at };
      }
    }
  }

  /** All steps that wait for a word of these sets, the later ones of a phrase first. */
  #waitingFor(sets: readonly number[]): readonly Waiting<Entry>[] {
    const known = this.#waitingForWord.get(sets);
    if (known !== undefined) return known;
    const waiting = sets.flatMap((set) => this.#waiting[set] ?? []).sort(latestStepFirst);
    this.#waitingForWord.set(sets, waiting);
    return waiting;
  }

  #add(steps: readonly Step[], entry: Entry): void {
    const slot = this.#slots;
    this.#slots += steps.length;
    for (const [index, { gap, words }] of steps.entries()) {
      this.#waiting[this.#setOf(words)]?.push({
        slot: slot + index,
        begins: index === 0,
        gap,
        entry: index === steps.length - 1 ? entry : undefined,
      });
    }
  }

  /** The number of a set of words; the words read as those of a text are. */
  #setOf(words: readonly string[]): number {
    const name = words.join('|');
    const known = this.#setNumbers.get(name);
    if (known !== undefined) return known;
    const set = this.#setNumbers.size;
    this.#setNumbers.set(name, set);
    this.#waiting.push([]);
    for (const word of words) this.#vocabulary.add(plainWord(word), set);
    return set;
  }
}

/** A word that two steps of a phrase wait for must not take it on by two. */
function latestStepFirst(one: { readonly slot: number }, other: { readonly slot: number }): number {
  return other.slot - one.slot;
}

function plainWord(entry: string): string {
  return entry.endsWith('*') ? `${plainText(entry.slice(0, -1)).trim()}*` : plainText(entry).trim();
}
