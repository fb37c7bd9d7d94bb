import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';
import { gramsOf, likeness, type Grams } from './reading/grams';
import { PhraseBook } from './reading/phraseBook';
import { plainPhrase, plainWords } from './reading/plainWords';

/** A domain of the user's own: queries belong to it that have its keywords, or that are like its examples. */
export interface CustomDomain {
  /** The name of a built-in domain adds to that domain. */
  readonly name: string;
  /** Words or phrases; `*` at the end of a word stands for any ending. */
  readonly keywords?: readonly string[];
  /** Queries that belong to it. A few different ones are better than many alike. */
  readonly examples?: readonly string[];
}

const LONGEST_NAME = 60;
const LONGEST_PHRASE = 100;
const LONGEST_EXAMPLE = 1_000;
const MOST_DOMAINS = 50;
const MOST_ENTRIES = 200;

const listOf = (what: string, longest: number) => {
  const allowed = `a list of up to ${String(MOST_ENTRIES)} ${what} of up to ${String(longest)} characters`;
  const entry = z
    .string(saying(allowed))
    .max(longest, allowed)
    .refine((given) => plainWords(given).trim() !== '', `${allowed}, each with a letter or a digit`);
  return z.array(entry, saying(allowed)).max(MOST_ENTRIES, allowed).optional();
};
const name = `a name of 1 to ${String(LONGEST_NAME)} characters`;
const domains = `a list of up to ${String(MOST_DOMAINS)} domains`;
const schema = z
  .array(
    z.object(
      {
        name: z.string(saying(name)).trim().min(1, name).max(LONGEST_NAME, name),
        keywords: listOf('words or phrases', LONGEST_PHRASE),
        examples: listOf('queries', LONGEST_EXAMPLE),
      },
      saying('a domain with a name, keywords and examples'),
    ),
    saying(domains),
  )
  .max(MOST_DOMAINS, domains);

/** @throws {InvalidParameterError} */
export function readCustomDomains(given: unknown): readonly CustomDomain[] {
  return readParameter('domains', given, schema);
}

/** What speaks for a custom domain. */
interface CustomEvidence {
  readonly domain: string;
  readonly weight: number;
  readonly signal: string;
}

/** Finds the custom domains that a query, as `plainWords` gives it, may belong to. */
export type CustomFinder = (instruction: string) => readonly CustomEvidence[];

const KEYWORD_WEIGHT = 2.5;
/**
 * 0..1, how much of their letter runs query and example have in common. From here on a query belongs to the example's
 * domain: with less, "Where is my parcel?" and "Where is my hat?" would be alike.
 */
export const LEAST_LIKENESS = 0.5;
const LIKENESS_WEIGHT = 5;

const finders = new WeakMap<readonly CustomDomain[], CustomFinder>();

/** Prepared once for each list: examples are not read anew for every query. */
export function finderFor(custom: readonly CustomDomain[]): CustomFinder {
  const known = finders.get(custom);
  if (known) return known;
  const finder = makeFinder(custom);
  finders.set(custom, finder);
  return finder;
}

function makeFinder(custom: readonly CustomDomain[]): CustomFinder {
  const keywords = new PhraseBook(
    custom.flatMap(({ name: domain, keywords: list = [] }) =>
      list.map((keyword): [string, CustomEvidence] => [
        plainPhrase(keyword),
        { domain, weight: KEYWORD_WEIGHT, signal: `${domain}: "${keyword}"` },
      ]),
    ),
  );
  const examples = custom.flatMap(({ name: domain, examples: list = [] }) =>
    list.map((example) => ({ domain, grams: gramsOf(plainWords(example)) })),
  );
  return (instruction) => [
    ...new Set(keywords.find(instruction).map(({ meaning }) => meaning)),
    ...likeExamples(instruction, examples),
  ];
}

function likeExamples(
  instruction: string,
  examples: readonly { readonly domain: string; readonly grams: Grams }[],
): readonly CustomEvidence[] {
  if (examples.length === 0) return [];
  const grams = gramsOf(instruction);
  const best = new Map<string, number>();
  for (const example of examples) {
    const found = likeness(grams, example.grams);
    if (found > (best.get(example.domain) ?? 0)) best.set(example.domain, found);
  }
  return [...best]
    .filter(([, found]) => found >= LEAST_LIKENESS)
    .map(([domain, found]) => ({
      domain,
      weight: LIKENESS_WEIGHT * found,
      signal: `${domain}: like an example (${found.toFixed(2)})`,
    }));
}
