import type { PresetName } from '../presets';
import { faultlessConfidence } from '../quality/score';
import { complexityOf, type QueryComplexity } from '../query/complexity';
import { domainOf } from '../query/domain';
import type { Domain } from '../query/domains';
import { readQuery, readSettings } from '../settings';

/** What is known about a query before any model has seen it. */
export interface QueryRoute {
  readonly complexity: QueryComplexity;
  readonly domain: Domain;
  /** 0..1 */
  readonly difficulty: number;
  /** Whether to skip the drafts: not even a draft without a visible fault would reach the threshold. */
  readonly direct: boolean;
  readonly signals: readonly string[];
}

export interface RouteOptions {
  preset?: PresetName;
  /** 0..1; the preset's own when left out. */
  threshold?: number;
}

/**
 * Decides before drafting whether a draft is worth its money.
 *
 * @throws {InvalidParameterError}
 */
export function routeQuery(query: string, options: RouteOptions = {}): QueryRoute {
  const { threshold } = readSettings({ preset: options.preset, threshold: options.threshold });
  return routeTo(threshold, readQuery(query));
}

/**
 * `routeQuery` for a threshold and a query that were checked before.
 *
 * @internal
 */
export function routeTo(threshold: number, query: string): QueryRoute {
  const { complexity, difficulty, signals } = complexityOf(query);
  const { domain, signals: domainSignals } = domainOf(query);
  return {
    complexity,
    domain,
    difficulty,
    direct: faultlessConfidence(difficulty) < threshold,
    signals: [...signals, ...domainSignals.map((word) => `${domain} word "${word}"`)],
  };
}
