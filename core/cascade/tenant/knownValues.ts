import type { RedactionMap } from '../../guardrails/redaction/redactionMap';
import { LITERAL } from '../../guardrails/redaction/label';
import { KeywordTree } from '../../guardrails/rules/keywords/keywordTree';
import { standsAlone } from '../../guardrails/rules/keywords/wholeWord';
import type { Finding } from '../../guardrails/spans/finding';
import { labelIn } from '../../stores/redactions/placeholders';

/** A shorter value stands in a text by chance. */
const SHORTEST = 4;
/** A longer one, a key block, is found for what it looks like. */
const LONGEST = 512;

/**
 * Finds again what was hidden once. A password is known as one by the words around it: where it comes back without
 * them, in the arguments or the result of a tool, it would go to the next model in clear text.
 */
export class KnownValues {
  readonly #map: RedactionMap;
  /** How many values the tree was grown for. */
  #size = 0;
  #names: readonly string[] = [];
  #values: readonly string[] = [];
  #tree = new KeywordTree([]);

  constructor(map: RedactionMap) {
    this.#map = map;
  }

  find(text: string): readonly Finding[] {
    this.#grow();
    return [...this.#tree.endsIn(text)].flatMap(({ keyword, end }) => {
      const start = end - (this.#values[keyword]?.length ?? 0);
      const type = labelIn(this.#names[keyword] ?? '');
      return standsAlone(text, start, end) ? [{ type, start, end, confidence: 1 }] : [];
    });
  }

  #grow(): void {
    if (this.#map.size === this.#size) return;
    const names = [...this.#map.keys()].filter(
      (name) => labelIn(name) !== LITERAL && isSearched(this.#map.get(name)),
    );
    this.#names = names;
    this.#values = names.map((name) => this.#map.get(name) ?? '');
    this.#tree = new KeywordTree(this.#values);
    this.#size = this.#map.size;
  }
}

function isSearched(value = ''): boolean {
  return value.length >= SHORTEST && value.length <= LONGEST;
}
