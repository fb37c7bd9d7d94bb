import type { ChatReply } from '../../models/chatModel';
import type { Score } from '../quality/score';
import type { Bill } from './bill';
import type { CascadeStep } from './cascadeModel';
import type { Attempt } from './ledger';

interface Answer extends CascadeStep {
  readonly reply: ChatReply;
  readonly bill: Bill;
  readonly attempt: Attempt;
}

/** What is thought of a draft. */
export interface Assessment {
  /** 0..1: how likely it is good enough; null for calls of tools that are in order. */
  readonly confidence: number | null;
  /** The same by its text alone, before what was learned from other queries. */
  readonly untaught: number | null;
  /** What lowered it, the gravest first. */
  readonly findings: Score['findings'];
  /** Why it cannot be the answer, whatever its quality is. */
  readonly fault: string | undefined;
}

interface Verification extends Answer {
  readonly verdict: 'verified';
}

interface Assessed<Verdict> extends Answer {
  readonly verdict: Verdict;
  readonly assessment: Assessment;
}

export type RejectedDraft = Assessed<'rejected'>;
export type JudgedDraft = Assessed<'accepted'> | RejectedDraft;

export type FinalTurn = Verification | JudgedDraft;

/** A model's turn with the verdict on it. The verifier's word is final and not assessed. */
export type JudgedTurn =
  | FinalTurn
  /** `broken_off`: part of its answer was shown already. */
  | (CascadeStep & { readonly verdict: 'failed' | 'broken_off'; readonly error: Error })
  | (CascadeStep & { readonly verdict: 'skipped'; readonly because: string })
  | (CascadeStep & { readonly verdict: 'withheld'; readonly limit: 'cost' | 'time' });
