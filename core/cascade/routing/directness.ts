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
 * A draft costs a twentieth of a verified answer or less and shows its own faults, and what is hard for a cheap model is
 * often hard for a strong one too: drafting is worth its money unless a draft is a third as likely to be good enough as
 * it has to be.
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
