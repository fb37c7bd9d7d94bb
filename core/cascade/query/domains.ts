/** What a query may be about, besides what a user defines. */
export const DOMAINS = [
  'code',
  'creative',
  'data',
  'finance',
  'general',
  'legal',
  'math',
  'medical',
  'summary',
  'translation',
] as const;

export type BuiltInDomain = (typeof DOMAINS)[number];

/** The name of a domain: one of `DOMAINS`, or of a `CustomDomain`. */
export type Domain = string;
