import type { ChatMessage, ChatReply, ToolDefinition } from '../../models/chatModel';
import type { Awaitable } from '../../stores/awaitable';
import type { CascadeReport, MadeAttempt, TraceStep } from './report';
import type { Stopwatch } from './stopwatch';
import type { Traffic } from './traffic';

/** One turn of a conversation that the models of a cascade are to answer. */
export interface CascadeRequest {
  readonly messages: readonly ChatMessage[];
  /** What a draft is held against: the last message of the user when left out. */
  readonly query?: string | undefined;
  readonly tools?: readonly ToolDefinition[] | undefined;
  /**
   * Why only the last model may answer this time, even when it fails; all may when it is left out. Stands after
   * "direct: ".
   */
  readonly verifyBecause?: string | undefined;
  /** What a draft has to satisfy beyond its quality, such as a schema. Says what is wrong with it, or nothing. */
  readonly faultOf?: ((draft: ChatReply) => Awaitable<string | undefined>) | undefined;
  /**
   * Takes the text of the answer as it comes: an accepted draft in one piece, the last model's piece by piece. What was
   * given is never taken back. The next piece waits until it is done; what it throws ends the turn.
   */
  readonly onText?: ((text: string) => Awaitable<void>) | undefined;
  /**
   * Told of every call of a model as it ends, in time before the turn ends: what was spent is known even when the turn
   * ends with the caller's own abort.
   */
  readonly onAttempt?: ((attempt: MadeAttempt) => void) | undefined;
  /** When models may be called; at once when left out. Waiting for it is not counted as time of the turn. */
  readonly traffic?: Traffic | undefined;
  /** Measures the run that the turn is a part of; the turn alone when left out. */
  readonly watch?: Stopwatch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** US dollars that this turn may cost, in place of the settings' `maxCostUsd`. */
  readonly maxCostUsd?: number | null | undefined;
  /** Milliseconds that this turn has, in place of the settings' `totalTimeoutMs`. */
  readonly totalTimeoutMs?: number | undefined;
}

/** The reply that was accepted: a text, or calls of tools. */
export interface CascadeTurn {
  readonly reply: ChatReply;
  readonly report: CascadeReport;
  readonly trace: readonly TraceStep[];
}
