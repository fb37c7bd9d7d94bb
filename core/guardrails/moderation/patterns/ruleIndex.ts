import type { Pattern } from './pattern';
import type { Rule } from './rule';
import type { Sentence } from './sentence';

/** Tags as the bits of a number, so that one step tells whether a sentence has any of several. */
type TagBits = number;

interface IndexedRule {
  readonly rule: Rule;
  /** Tags without which no sentence answers the rule: one of each. */
  readonly needs: readonly TagBits[];
}

const NONE: readonly IndexedRule[] = [];

/** Finds the few rules that a place in a sentence may answer, out of some hundred. */
export class RuleIndex {
  /** By the name of a token, and by the first word of a phrase: the rules that can begin with it. */
  readonly #beginningWith = new Map<string, IndexedRule[]>();
  /** The tags that rules need. Should there be more than bits, some share one: no more than a look too many. */
  readonly #bits = new Map<string, TagBits>();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) this.#add(rule);
  }

  /** What `rulesFrom` wants to know of a sentence. */
  tagsOf(sentence: Sentence): TagBits {
    let tags = 0;
    for (const { names } of sentence) {
      for (const name of names) if (isTag(name)) tags |= this.#bits.get(name) ?? 0;
    }
    return tags;
  }

  /** The rules that may begin with a name in a sentence with these tags. */
  rulesFrom(name: string, tags: TagBits): readonly IndexedRule[] {
    return this.#beginningWith.get(name)?.filter(({ needs }) => areMet(needs, tags)) ?? NONE;
  }

  #add(rule: Rule): void {
    const indexed = { rule, needs: tagsNeededBy(rule.pattern).map((tags) => this.#bitsFor(tags)) };
    for (const name of firstNamesOf(rule.pattern)) {
      this.#beginningWith.set(name, [...(this.#beginningWith.get(name) ?? []), indexed]);
    }
  }

  #bitsFor(tags: readonly string[]): TagBits {
    let bits = 0;
    for (const tag of tags) {
      const bit = this.#bits.get(tag) ?? 1 << (this.#bits.size % 32);
      this.#bits.set(tag, bit);
      bits |= bit;
    }
    return bits;
  }
}

function areMet(needs: readonly TagBits[], tags: TagBits): boolean {
  for (const need of needs) if ((need & tags) === 0) return false;
  return true;
}

function firstNamesOf({ beginnings }: Pattern): ReadonlySet<string> {
  return new Set([...beginnings].flatMap((beginning) => [beginning, firstWordOf(beginning)]));
}

function firstWordOf(phrase: string): string {
  return phrase.split(' ', 1)[0] ?? phrase;
}

/** Of each place behind the first that must be taken and that only tags can take. */
function tagsNeededBy({ elements }: Pattern): string[][] {
  return elements.slice(1).flatMap(({ names, least }) => {
    const isNeeded = names !== undefined && least > 0 && [...names].every(isTag);
    return isNeeded ? [[...names]] : [];
  });
}

function isTag(name: string): boolean {
  return name.startsWith('#');
}
