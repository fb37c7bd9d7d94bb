import type { UserProfile } from '../../profiles/userProfile';
import { complexityOfText, type QueryComplexity } from '../query/complexity';
import { readCustomDomains, type CustomDomain } from '../query/customDomain';
import { difficultyOfText } from '../query/difficulty/difficulty';
import { domainOfText, type RankedDomain } from '../query/domain';
import type { Domain } from '../query/domains';
import { readQueryText } from '../query/reading/readQueryText';
import { readQuery, readSettings, thresholdFor, type CascadeSettings, type ReadSettings } from '../settings';
import type { PresetName } from '../presets';
import { directness } from './directness';
import { presetFor } from './presetFor';

/** What is known about a query before any model has seen it. */
export interface QueryRoute {
  readonly complexity: QueryComplexity;
  /** 0..1 */
  readonly complexityConfidence: number;
  readonly domain: Domain;
  /** 0..1 */
  readonly domainConfidence: number;
  /** All domains that something speaks for, the likeliest first. */
  readonly domains: readonly RankedDomain[];
  /** 0..1: how likely a cheap model fails. */
  readonly difficulty: number;
  /** Whether to skip the drafts. */
  readonly direct: boolean;
  /** Why they are skipped, in words; missing when they are not. */
  readonly directBecause?: string;
  /** 0..1: what a draft's confidence has to reach in this domain. */
  readonly threshold: number;
  /** What led to complexity and domain, in words. */
  readonly signals: readonly string[];
}

export interface RouteOptions {
  /** Its preferences choose the preset, where none is named, and break ties between domains. */
  readonly profile?: UserProfile | undefined;
  readonly preset?: PresetName | undefined;
  /** 0..1; the preset's own when left out. */
  readonly threshold?: number | undefined;
  /** What differs from the preset. */
  readonly settings?: CascadeSettings | undefined;
  /** Domains of the user's own. The same list, not a copy, saves reading its examples again. */
  readonly domains?: readonly CustomDomain[] | undefined;
}

/**
 * Decides before drafting what a query is, and whether a draft is worth its money.
 *
 * @throws {InvalidParameterError}
 */
export function routeQuery(query: string, options: RouteOptions = {}): QueryRoute {
  const { profile, settings = {}, domains } = options;
  const preset = options.preset ?? settings.preset ?? (profile && presetFor(profile));
  const threshold = options.threshold ?? settings.threshold;
  return routeTo({
    query: readQuery(query),
    settings: readSettings({ ...settings, preset, threshold }),
    profile,
    domains: domains && readOnce(domains),
  });
}

const read = new WeakMap<readonly CustomDomain[], readonly CustomDomain[]>();

function readOnce(domains: readonly CustomDomain[]): readonly CustomDomain[] {
  const known = read.get(domains);
  if (known) return known;
  const checked = readCustomDomains(domains);
  read.set(domains, checked);
  return checked;
}

/** A query to route, and by what. All of it was checked before. */
export interface RouteRequest {
  readonly query: string;
  readonly settings: ReadSettings;
  readonly profile?: UserProfile | undefined;
  readonly domains?: readonly CustomDomain[] | undefined;
  /** What was learned of the drafter: 0..1, how likely its draft is good enough, by difficulty and domain. */
  readonly expected?: ((difficulty: number, domain: Domain) => number) | undefined;
}

/**
 * `routeQuery` for what was checked before.
 *
 * @internal
 */
export function routeTo({
  query,
  settings,
  profile,
  domains,
  expected = untaught,
}: RouteRequest): QueryRoute {
  const text = readQueryText(query);
  const domain = domainOfText(text, { custom: domains, preferred: profile?.preferences.preferredDomains });
  const complexity = complexityOfText(text, domain);
  const difficulty = difficultyOfText(text, domain);
  const threshold = thresholdFor(settings, domain.domain);
  const directBecause = directness({
    settings,
    domain: domain.domain,
    threshold,
    expected: expected(difficulty, domain.domain),
  });
  return {
    complexity: complexity.complexity,
    complexityConfidence: complexity.confidence,
    domain: domain.domain,
    domainConfidence: domain.confidence,
    domains: domain.domains,
    difficulty,
    direct: directBecause !== undefined,
    ...(directBecause === undefined ? {} : { directBecause }),
    threshold,
    signals: [...complexity.signals, ...domain.signals],
  };
}

/** Before anything was learned of a drafter it is taken for the cheap model that difficulty was fitted to. */
function untaught(difficulty: number): number {
  return 1 - difficulty;
}
