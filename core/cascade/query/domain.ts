import { wordsOf } from '../text/words';
import type { Domain } from './domains';
import { lexicon } from './lexicon';

export interface DomainVerdict {
  readonly domain: Domain;
  /** 0..1: the share of the telling words that point to this domain, less when there are few of them. */
  readonly confidence: number;
  /** The words that led there. */
  readonly signals: readonly string[];
}

/** One telling word proves little: "What is a contract?" may be a grammar question. */
const DOUBT = 1;

/** What a query is about, by its telling words. Without any it is `general`. */
export function domainOf(query: string): DomainVerdict {
  const found = new Map<Domain, Set<string>>();
  for (const word of wordsOf(query)) {
    const domain = lexicon.get(word);
    if (domain) found.set(domain, (found.get(domain) ?? new Set()).add(word));
  }
  const ranked = [...found].sort(([, a], [, b]) => b.size - a.size);
  const [best] = ranked;
  if (!best) return { domain: 'general', confidence: 1, signals: [] };
  const total = ranked.reduce((sum, [, words]) => sum + words.size, 0);
  const [domain, words] = best;
  return { domain, confidence: words.size / (total + DOUBT), signals: [...words] };
}
