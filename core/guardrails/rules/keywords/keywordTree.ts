/** A keyword that ends somewhere in a text: which one, by its place in the list. */
export interface KeywordEnd {
  readonly keyword: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<string, Node>;
  /** The keyword that ends here. */
  keyword: number | undefined;
  /** The longest other beginning of a keyword that the way here ends with. */
  fallback: Node | undefined;
  /** The nearest of those that is a whole keyword. */
  shorter: Node | undefined;
}

/**
 * Finds many keywords in one pass over a text, whatever they have in common (A. Aho and M. Corasick, Efficient String
 * Matching, 1975).
 */
export class KeywordTree {
  readonly #root = newNode();

  /** @param keywords an empty one is nowhere found */
  constructor(keywords: readonly string[]) {
    for (const [place, keyword] of keywords.entries()) {
      if (keyword !== '') this.#add(keyword, place);
    }
    this.#link();
  }

  *endsIn(text: string): Generator<KeywordEnd> {
    let node = this.#root;
    for (let position = 0; position < text.length; position += 1) {
      node = this.#step(node, text.charAt(position));
      for (let at: Node | undefined = node; at; at = at.shorter) {
        if (at.keyword !== undefined) yield { keyword: at.keyword, end: position + 1 };
      }
    }
  }

  #add(keyword: string, place: number): void {
    let node = this.#root;
    for (let position = 0; position < keyword.length; position += 1) {
      const unit = keyword.charAt(position);
      const next = node.next.get(unit) ?? newNode();
      node.next.set(unit, next);
      node = next;
    }
    node.keyword ??= place;
  }

  /** Breadth first, so that what a node falls back to is linked before it. */
  #link(): void {
    const queue = [this.#root];
    for (const node of queue) {
      for (const [unit, next] of node.next) {
        next.fallback = node.fallback ? this.#step(node.fallback, unit) : this.#root;
        next.shorter = next.fallback.keyword === undefined ? next.fallback.shorter : next.fallback;
        queue.push(next);
      }
    }
  }

  #step(from: Node, unit: string): Node {
    for (let node: Node | undefined = from; node; node = node.fallback) {
      const next = node.next.get(unit);
      if (next) return next;
    }
    return this.#root;
  }
}

function newNode(): Node {
  return { next: new Map(), keyword: undefined, fallback: undefined, shorter: undefined };
}
