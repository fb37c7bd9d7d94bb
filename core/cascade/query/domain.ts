import { once } from '../../guardrails/once';
import { finderFor, type CustomDomain } from './customDomain';
import { formEvidence } from './domainForm';
import type { Domain } from './domains';
import { PhraseBook } from './reading/phraseBook';
import { readQueryText, type QueryText } from './reading/readQueryText';
import { domainPhrases, type DomainPhrase } from './vocabulary/domainPhrases';

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

/** Something that speaks for a domain. */
export interface Evidence {
  readonly domain: Domain;
  readonly weight: number;
  readonly signal: string;
}

/** A domain needs more than this to be likelier than none. One faint word is not enough, two are. */
const GENERAL = 1;
/** What is pasted tells less than what is asked: "Summarize this contract". */
const MATERIAL_SHARE = 0.4;
const MOST_FROM_MATERIAL = 2;
/** With it one faint word is enough. */
const PREFERENCE = 0.5;
/** They say what shall be done, not what it is about: in pasted text they mean nothing. */
const TASKS: ReadonlySet<Domain> = new Set(['translation', 'summary', 'creative']);

const book = once(() => new PhraseBook<DomainPhrase>(domainPhrases().map((entry) => [entry.phrase, entry])));

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
  return [...phrasesOf(instruction)].map(({ domain, weight, phrase }) => ({
    domain,
    weight,
    signal: `${domain}: "${phrase}"`,
  }));
}

function inMaterial(material: string): readonly Evidence[] {
  const weights = new Map<Domain, number>();
  for (const { domain, weight } of phrasesOf(material)) {
    if (TASKS.has(domain)) continue;
    const sum = (weights.get(domain) ?? 0) + weight * MATERIAL_SHARE;
    weights.set(domain, Math.min(MOST_FROM_MATERIAL, sum));
  }
  return [...weights].map(([domain, weight]) => ({
    domain,
    weight,
    signal: `${domain}: words of the given text`,
  }));
}

/** Each phrase once, and of a domain's phrases that begin at one place the weightiest: they are one word. */
function phrasesOf(text: string): Iterable<DomainPhrase> {
  const byPlace = new Map<string, DomainPhrase>();
  for (const { meaning, at } of book().find(text)) {
    const place = `${meaning.domain} ${String(at)}`;
    if (meaning.weight > (byPlace.get(place)?.weight ?? 0)) byPlace.set(place, meaning);
  }
  return new Set(byPlace.values());
}
