import type { BuiltInDomain } from '../domains';
import { code } from './domains/code';
import { creative } from './domains/creative';
import { data } from './domains/data';
import { finance } from './domains/finance';
import { legal } from './domains/legal';
import { math } from './domains/math';
import { medical } from './domains/medical';
import { summary } from './domains/summary';
import { translation } from './domains/translation';
import { languagePhrases } from './languageNames';
import { phrasesIn, type Vocabulary } from './words';

/** A phrase that speaks for a domain. */
export interface DomainPhrase {
  readonly phrase: string;
  readonly domain: BuiltInDomain;
  /** How much it says, where more than 1 is enough to decide. */
  readonly weight: number;
}

const vocabularies = { code, creative, data, finance, legal, math, medical, summary, translation };

const STRENGTHS = [
  ['sure', 5],
  ['telling', 2],
  ['weak', 1.1],
  ['faint', 0.6],
] as const;

/** Three words that ask for a translation are as clear as one that is the subject's own. */
const IN_A_LANGUAGE = 2.2;

/** All of them; what two languages share, once, at its greatest weight. */
export function domainPhrases(): readonly DomainPhrase[] {
  const own = Object.entries(vocabularies).flatMap(([domain, vocabulary]) =>
    phrasesOf(domain as keyof typeof vocabularies, vocabulary),
  );
  const languages = languagePhrases().map((phrase): DomainPhrase => ({
    phrase,
    domain: 'translation',
    weight: IN_A_LANGUAGE,
  }));
  return [...own, ...languages];
}

function phrasesOf(domain: BuiltInDomain, vocabulary: Vocabulary): readonly DomainPhrase[] {
  const found = new Map<string, DomainPhrase>();
  for (const [strength, weight] of STRENGTHS) {
    for (const words of Object.values(vocabulary)) {
      for (const phrase of phrasesIn(words[strength])) {
        if (!found.has(phrase)) found.set(phrase, { phrase, domain, weight });
      }
    }
  }
  return [...found.values()];
}
