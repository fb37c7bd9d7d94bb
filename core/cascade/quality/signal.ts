import type { Draft } from './draft';

/** What a signal saw in a draft. */
export interface Finding {
  /** How strongly it was seen: 0 not at all, 1 as clearly as it gets. */
  readonly strength: number;
  /** In the user's words, to stand after "escalated: ". Missing when it says nothing against the draft itself. */
  readonly reason?: string;
}

/** Looks at one aspect of a draft. Answers nothing when it sees nothing. Linear in the draft's length. */
export type Signal = (draft: Draft) => Finding | undefined;

/** A finding and what came of it. */
export interface Effect extends Finding {
  readonly name: string;
  /** By how much it moved the logarithm of the odds that the draft is good enough; negative = against it. */
  readonly effect: number;
}
