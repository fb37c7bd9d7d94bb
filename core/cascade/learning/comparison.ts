/** A draft, and what a stronger model answered to the same query. */
export interface Comparison {
  readonly query: string;
  readonly draft: string;
  readonly answer: string;
}

/** 0..1: how likely draft and answer say the same, by one of their sides; undefined when they have no such side. */
export type Side = (comparison: Comparison) => number | undefined;
