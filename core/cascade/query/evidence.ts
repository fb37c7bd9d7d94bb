import type { Domain } from './domains';

/** Something that speaks for a domain. */
export interface Evidence {
  readonly domain: Domain;
  readonly weight: number;
  readonly signal: string;
}
