interface Node {
  readonly next: Map<string, Node>;
  /** Sets that have the word ending here. */
  readonly words: number[];
  /** Sets that have every word beginning like this. */
  readonly stems: number[];
}

const NONE: readonly number[] = [];

/** Stems have endlessly many words; the common ones come early. */
const MOST_REMEMBERED = 20_000;

/** Which sets of words a word belongs to, by letters: a look-up costs no more than the word is long. */
export class Vocabulary {
  readonly #root: Node = newNode();
  /** What was found out about words that are in a set. */
  readonly #remembered = new Map<string, readonly number[]>();

  /** @param entry a word, or the beginning of words with a `*` behind it */
  add(entry: string, set: number): void {
    const stem = entry.endsWith('*');
    let node = this.#root;
    for (const letter of stem ? entry.slice(0, -1) : entry) node = nextOf(node, letter);
    const sets = stem ? node.stems : node.words;
    if (!sets.includes(set)) sets.push(set);
    this.#remembered.clear();
  }

  /** Most often the same array for the same word. */
  setsOf(word: string): readonly number[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    const sets = this.#lookUp(word);
    if (sets.length > 0 && this.#remembered.size < MOST_REMEMBERED) this.#remembered.set(word, sets);
    return sets;
  }

  #lookUp(word: string): readonly number[] {
    let stems = NONE;
    let node: Node | undefined = this.#root;
    for (const letter of word) {
      node = node.next.get(letter);
      if (node === undefined) return stems;
      if (node.stems.length > 0) stems = union(stems, node.stems);
    }
    return union(stems, node.words);
  }

  /** How many of these letters, from `start` on, the longest known word has; 0 when none begins here. */
  longestAt(letters: readonly string[], start: number): number {
    let longest = 0;
    let node: Node | undefined = this.#root;
    for (let at = start; at < letters.length; at += 1) {
      node = node.next.get(letters[at] ?? '');
      if (node === undefined) break;
      if (node.words.length > 0 || node.stems.length > 0) longest = at + 1 - start;
    }
    return longest;
  }
}

function union(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

function newNode(): Node {
  return { next: new Map(), words: [], stems: [] };
}

function nextOf(node: Node, letter: string): Node {
  const known = node.next.get(letter);
  if (known !== undefined) return known;
  const next = newNode();
  node.next.set(letter, next);
  return next;
}
