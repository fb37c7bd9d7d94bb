import { once } from '../../guardrails/once';
import { languageOf } from '../text/functionWords';
import { finderFor, type CustomDomain } from './customDomain';
import { formEvidence } from './domainForm';
import type { Evidence } from './evidence';
import type { Domain } from './domains';
import { PhraseBook, type Match } from './reading/phraseBook';
import { readQueryText, type QueryText } from './reading/readQueryText';
import { sizeOf } from './reading/size';
import { englishPhrases, latinPhrases, otherPhrases, type DomainCue } from './vocabulary/domainPhrases';

/** A domain and how likely it is the one. */
export interface RankedDomain {
  readonly domain: Domain;
  /** 0..1; all of a query's domains together make 1. */
  readonly confidence: number;
}

export interface DomainVerdict extends RankedDomain {
  /** All that something speaks for, `general` among them, the likeliest first. */
  readonly domains: readonly RankedDomain[];
  /** What spoke for the first. */
  readonly signals: readonly string[];
}

export interface DomainOptions {
  readonly custom?: readonly CustomDomain[] | undefined;
  /** Win where two domains are about as likely. */
  readonly preferred?: readonly Domain[] | undefined;
}

/** A domain needs more than this to be likelier than none. One faint word is not enough, two are. */
const GENERAL = 1;
/** What is pasted tells less than what is asked: "Summarize this contract". */
const MATERIAL_SHARE = 0.4;
const MOST_FROM_MATERIAL = 2;
/** So much weight a word has of any domain in any text, whatever it is about: a long story mentions a court and a price. */
const BY_CHANCE = 0.01;
/** In words. Who asks in so few means each of them. */
const SHORT = 30;
/** With it one faint word is enough. */
const PREFERENCE = 0.5;
/** They say what shall be done, not what it is about: in pasted text they mean nothing. */
const TASKS: ReadonlySet<Domain> = new Set(['translation', 'summary', 'creative']);

const englishBook = once(() => new PhraseBook<DomainCue>(englishPhrases()));
const latinBook = once(() => new PhraseBook<DomainCue>(latinPhrases()));
const otherBook = once(() => new PhraseBook<DomainCue>(otherPhrases()));
/** Of a text without accents. */
const LATIN = /[a-z]/;
const OTHER_SCRIPT = /[^\p{sc=Latin}\P{L}]/u;

/** What a query is about; `general` when nothing tells. Linear in its length. */
export function domainOf(query: string, options: DomainOptions = {}): DomainVerdict {
  return domainOfText(readQueryText(query), options);
}

/** `domainOf` for a query that was read before. */
export function domainOfText(query: QueryText, { custom, preferred }: DomainOptions = {}): DomainVerdict {
  const evidence = [
    ...inInstruction(query.instruction),
    ...inMaterial(query.material),
    ...formEvidence(query.structure, query.instruction),
    ...(custom ? finderFor(custom)(query.instruction) : []),
  ];
  const weights = new Map<Domain, number>([['general', GENERAL]]);
  for (const { domain, weight } of evidence) weights.set(domain, (weights.get(domain) ?? 0) + weight);
  for (const domain of new Set(preferred)) {
    const weight = weights.get(domain);
    if (weight !== undefined) weights.set(domain, weight + PREFERENCE);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const domains = [...weights]
    .map(([domain, weight]) => ({ domain, confidence: weight / total }))
    .sort((one, other) => other.confidence - one.confidence);
  const first = domains[0] ?? { domain: 'general', confidence: 1 };
  const signals = evidence.filter(({ domain }) => domain === first.domain).map(({ signal }) => signal);
  return { ...first, domains, signals };
}

function inInstruction(instruction: string): readonly Evidence[] {
  const matches = phrasesOf(instruction);
  const chance = Math.max(0, sizeOf(instruction) - SHORT) * BY_CHANCE;
  const sums = sumsOf(matches);
  return matches.flatMap(({ phrase, meaning: { domain, weight } }) => {
    const share = TASKS.has(domain) ? 1 : 1 - chance / (sums.get(domain) ?? weight);
    return share > 0 ? [{ domain, weight: weight * share, signal: `${domain}: "${phrase}"` }] : [];
  });
}

function inMaterial(material: string): readonly Evidence[] {
  const chance = sizeOf(material) * BY_CHANCE;
  return [...sumsOf(phrasesOf(material))].flatMap(([domain, sum]) => {
    const weight = Math.min(MOST_FROM_MATERIAL, (sum - chance) * MATERIAL_SHARE);
    if (TASKS.has(domain) || weight <= 0) return [];
    return [{ domain, weight, signal: `${domain}: words of the given text` }];
  });
}

function sumsOf(matches: readonly Match<DomainCue>[]): ReadonlyMap<Domain, number> {
  const sums = new Map<Domain, number>();
  for (const { domain, weight } of matches.map(({ meaning }) => meaning)) {
    sums.set(domain, (sums.get(domain) ?? 0) + weight);
  }
  return sums;
}

/** Each phrase once, and of a domain's phrases that begin at one place the weightiest: they are one word. */
function phrasesOf(text: string): readonly Match<DomainCue>[] {
  const byPlace = new Map<string, Match<DomainCue>>();
  for (const match of matchesIn(text)) {
    const place = `${match.meaning.domain} ${String(match.at)}`;
    if (match.meaning.weight > (byPlace.get(place)?.meaning.weight ?? 0)) byPlace.set(place, match);
  }
  return [
    ...new Map(
      [...byPlace.values()].map((match) => [`${match.meaning.domain} ${match.phrase}`, match]),
    ).values(),
  ];
}

/** So many words are enough to tell a language. */
const MOST_WORDS = 200;

/** In English, words of other languages would be others': a blood vessel "sang", who "sang" a song. */
function matchesIn(text: string): readonly Match<DomainCue>[] {
  const isEnglish = () => languageOf(text.trim().split(' ', MOST_WORDS)) === 'English';
  const isLatin = LATIN.test(text);
  return [
    ...(isLatin ? englishBook().find(text) : []),
    ...(isLatin && !isEnglish() ? latinBook().find(text) : []),
    ...(OTHER_SCRIPT.test(text) ? otherBook().find(text) : []),
  ];
}
