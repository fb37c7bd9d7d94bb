import type { Domain } from '../query/domains';
import type { ReadSettings } from '../settings';

export interface Prospect {
  readonly settings: ReadSettings;
  readonly domain: Domain;
  /** 0..1: what a draft's confidence has to reach. */
  readonly threshold: number;
  /** 0..1: how likely a draft would be good enough. */
  readonly expected: number;
}

/**
 * Drafting in vain costs a draft; not drafting costs a verified answer each time the draft would have done. A draft that
 * costs a twentieth of a verified answer is worth its money as soon as it does once in twenty times. With the time it
 * takes, with dearer drafters, and because the likelihood is itself a guess, more is asked for: a third of what the draft
 * has to reach.
 */
const HOPELESS = 1 / 3;

/** Why not to draft at all, in words; undefined when a draft is worth its money. */
export function directness({ settings, domain, threshold, expected }: Prospect): string | undefined {
  if (settings.verifyAlways.includes(domain)) return `${domain} queries are always verified`;
  if (settings.routing === 'draft_first') return undefined;
  if (threshold >= 1) return 'no draft can reach a threshold of 1';
  if (expected >= threshold * HOPELESS) return undefined;
  return `a draft would probably not do: ${percent(expected)} likely, where ${percent(threshold)} are asked for`;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
