import type { QueryComplexity } from '../query/complexity';
import type { Domain } from '../query/domains';

/**
 * What an attempt was made for. `verifier`: the last model of the cascade; `drafter`: one before it; `sample`: a further
 * draft, only to compare the first one with; `judge`: a short yes or no on a draft; `audit`: the verifier's answer to a
 * query whose draft was accepted, to learn from.
 */
export type AttemptRole = 'drafter' | 'verifier' | 'sample' | 'judge' | 'audit';

/** One call of a model, as it is told when it ends. */
export interface MadeAttempt {
  readonly model: string;
  readonly role: AttemptRole;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** Whether the tokens were counted here, because the provider reported none. */
  readonly tokensEstimated: boolean;
  /**
   * US dollars; null when the model's price is unknown, or the provider brought no answer. An answer that was not
   * waited for, because its time was over or it was no longer needed, is counted with an estimate.
   */
  readonly costUsd: number | null;
  readonly latencyMs: number;
  /** Why the attempt brought no answer; null when it did. */
  readonly error: string | null;
}

/** One call of a model, and what became of its answer. */
export interface AttemptReport extends MadeAttempt {
  /** Whether this attempt's text became the answer. */
  readonly accepted: boolean;
  /**
   * 0..1: how likely the draft is good enough, 0 when it calls tools and must not; null when it may, for other roles,
   * and for an attempt that failed.
   */
  readonly confidence: number | null;
}

/** What happened to a query on its way through the cascade. */
export interface CascadeReport {
  /** The model whose text is the answer. */
  readonly modelUsed: string;
  /** Whether a draft was rejected, failed or left out for its model's rest, so that another model was asked. */
  readonly escalated: boolean;
  /** Whether the drafts were skipped. */
  readonly direct: boolean;
  /**
   * 0..1, held against `threshold`: how likely the last draft is good enough; for a direct query, how likely a
   * draft would have been. Null when every draft failed, or called tools as it may.
   */
  readonly confidence: number | null;
  readonly threshold: number;
  readonly complexity: QueryComplexity;
  readonly domain: Domain;
  /** Why this model answered, in words. */
  readonly reason: string;
  /** US dollars for all answered attempts; null when the price of one of them is unknown. */
  readonly costUsd: number | null;
  /**
   * US dollars that the last model alone would have cost; null when its price is unknown. For an answer of the cache,
   * what it cost when it was made.
   */
  readonly baselineCostUsd: number | null;
  /** `baselineCostUsd - costUsd`: negative when drafting did not pay. */
  readonly savedUsd: number | null;
  /** -∞..100 */
  readonly savedPercent: number | null;
  readonly latencyMs: number;
  readonly attempts: readonly AttemptReport[];
}

/** What a turn had cost when it ended without an answer. Carried by the errors that end it so. */
export interface TurnAccount {
  readonly attempts: readonly AttemptReport[];
  /** US dollars for all of them; null when a price is unknown. */
  readonly costUsd: number | null;
  readonly trace: readonly TraceStep[];
}

/** Why the cascade did what it did, step by step. */
export interface TraceStep {
  /** Milliseconds since the query came. */
  readonly atMs: number;
  readonly step:
    'route' | 'draft' | 'retry' | 'skip' | 'sample' | 'judge' | 'escalate' | 'answer' | 'tool' | 'learn';
  /** The model or tool that it is about. */
  readonly of?: string;
  /** In words. */
  readonly what: string;
}

/** The answer to a query, and how it came about. */
export interface CascadeResult {
  readonly output: string;
  readonly cascade: CascadeReport;
}
