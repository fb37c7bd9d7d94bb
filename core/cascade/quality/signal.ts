import type { Draft } from './draft';

/** What a signal saw in a draft. */
export interface Finding {
  /** How strongly it was seen: 0 not at all, 1 as clearly as it gets. */
  readonly strength: number;
  /** In the user's words, to stand after "escalated: ". */
  readonly reason: string;
}

/** Looks at one aspect of a draft. Answers nothing when it sees nothing. Linear in the draft's length. */
export type Signal = (draft: Draft) => Finding | undefined;
