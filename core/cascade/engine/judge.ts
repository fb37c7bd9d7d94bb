import type { ChatMessage, ChatReply } from '../../models/chatModel';
import { readDraft } from '../quality/draft';
import { scoreDraft, type Score } from '../quality/score';
import type { QueryRoute } from '../routing/routeQuery';
import type { Turn } from './askModel';
import { billFor, type Bill } from './bill';
import type { CascadeStep } from './cascadeModel';

type Judged = CascadeStep & { readonly latencyMs: number };

type FailedTurn = Judged & { readonly verdict: 'failed'; readonly error: Error; readonly bill?: Bill };

export type Verification = Judged & {
  readonly verdict: 'verified';
  readonly reply: ChatReply;
  readonly bill: Bill;
};

type Assessed<Verdict> = Judged & {
  readonly verdict: Verdict;
  readonly reply: ChatReply;
  readonly bill: Bill;
  readonly score: Score;
};

export type RejectedDraft = Assessed<'rejected'>;
export type JudgedDraft = Assessed<'accepted'> | RejectedDraft;

/** A model's turn with the verdict on it. The verifier's word is final and not assessed. */
export type JudgedTurn = FailedTurn | Verification | JudgedDraft;

export interface Case {
  readonly query: string;
  readonly messages: readonly ChatMessage[];
  readonly route: QueryRoute;
  readonly threshold: number;
}

export function judge(turn: Turn, { query, messages, route, threshold }: Case): JudgedTurn {
  const { model, role, latencyMs } = turn;
  const judged = { model, role, latencyMs } as const;
  if (turn.outcome === 'failed') {
    const bill = turn.reply && billFor(model, messages, turn.reply);
    return { ...judged, verdict: 'failed', error: turn.error, ...(bill ? { bill } : {}) };
  }
  const { reply } = turn;
  const bill = billFor(model, messages, reply);
  if (role === 'verifier') return { ...judged, verdict: 'verified', reply, bill };
  const { text, finishReason, logprobs } = reply;
  const draft = readDraft({ query, text, finishReason, logprobs, domain: route.domain });
  const score = scoreDraft(draft, route.difficulty);
  const verdict = score.confidence >= threshold ? 'accepted' : 'rejected';
  return { ...judged, verdict, reply, bill, score };
}
