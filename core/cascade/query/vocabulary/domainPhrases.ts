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
import terms from './terms.json';
import type { Words } from './words';

/** What a phrase speaks for. */
export interface DomainCue {
  readonly domain: BuiltInDomain;
  /** How much it says, where more than 1 is enough to decide. */
  readonly weight: number;
}

const vocabularies = { code, creative, data, finance, legal, math, medical, summary, translation };
const domains = Object.keys(vocabularies) as readonly (keyof typeof vocabularies)[];

const STRENGTHS = [
  ['sure', 5],
  ['telling', 2],
  ['weak', 1.1],
  ['faint', 0.6],
] as const;

/** Three words that ask for a translation are as clear as one that is the subject's own. */
const IN_A_LANGUAGE: DomainCue = { domain: 'translation', weight: 2.2 };

/** Languages whose words have no letter in common with those of the others: without such a letter, no word of theirs. */
const OTHER_SCRIPTS: ReadonlySet<string> = new Set(['ar', 'hi', 'ja', 'ko', 'ru', 'zh']);

/** Phrases with commas between them, and what each speaks for. */
type Lists = readonly (readonly [phrases: string, cue: DomainCue])[];

/** English ones, which other languages use too where a thing has no other name. */
export function englishPhrases(): Lists {
  const fromWordNet = Object.entries(terms).flatMap(([domain, words]) =>
    listsOf(domain as keyof typeof terms, [words]),
  );
  return [...handWrittenEnglish(), ...fromWordNet];
}

/** Those that are not from WordNet. */
export function handWrittenEnglish(): Lists {
  return [...handWrittenIn((language) => language === 'en'), [languagePhrases('en'), IN_A_LANGUAGE]];
}

/** Those of other languages in Latin letters. */
export function latinPhrases(): Lists {
  const isOther = (language: string) => language !== 'en' && !OTHER_SCRIPTS.has(language);
  return [...handWrittenIn(isOther), [languagePhrases('de es fr it nl pl pt'), IN_A_LANGUAGE]];
}

/** Those in other scripts. */
export function otherPhrases(): Lists {
  const isOther = (language: string) => OTHER_SCRIPTS.has(language);
  return [...handWrittenIn(isOther), [languagePhrases('ru'), IN_A_LANGUAGE]];
}

function handWrittenIn(isWanted: (language: string) => boolean): Lists {
  return domains.flatMap((domain) => {
    const languages = Object.entries<Words>(vocabularies[domain]).filter(([language]) => isWanted(language));
    return listsOf(
      domain,
      languages.map(([, words]) => words),
    );
  });
}

function listsOf(domain: BuiltInDomain, vocabulary: readonly Words[]): Lists {
  return STRENGTHS.map(([strength, weight]) => {
    const list = vocabulary.map((words) => words[strength] ?? '').join(', ');
    return [` ${list}`, { domain, weight }];
  });
}
