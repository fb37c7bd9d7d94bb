import type { Turns } from '../../../../../core/cascade/agent/turns';
import type { CascadeRequest, CascadeTurn } from '../../../../../core/cascade/engine/cascadeRequest';
import type { AttemptReport, CascadeReport } from '../../../../../core/cascade/engine/report';
import type { ChatReply } from '../../../../../core/models/chatModel';

/** What a turn costs, in US dollars. */
export const TURN_COST = 0.01;

export const ATTEMPT: AttemptReport = {
  model: 'large',
  role: 'verifier',
  accepted: true,
  confidence: null,
  inputTokens: 100,
  outputTokens: 20,
  tokensEstimated: false,
  costUsd: TURN_COST,
  latencyMs: 5,
  error: null,
};

const REPORT: CascadeReport = {
  modelUsed: 'large',
  escalated: true,
  direct: false,
  confidence: 0.2,
  threshold: 0.7,
  complexity: 'SIMPLE',
  domain: 'general',
  reason: 'escalated',
  costUsd: TURN_COST,
  baselineCostUsd: TURN_COST,
  savedUsd: 0,
  savedPercent: 0,
  latencyMs: 5,
  attempts: [ATTEMPT],
};

/** What a turn answers: a text, calls of tools, or an error. With `onText` the text comes three units at a time. */
export type Reply = string | Pick<ChatReply, 'toolCalls'> | Error;

/** Turns that answer as they are told, one after the other, and keep what they were asked. */
export class ScriptedTurns implements Turns {
  readonly requests: CascadeRequest[] = [];
  readonly #replies: Reply[];

  constructor(...replies: Reply[]) {
    this.#replies = replies;
  }

  async complete(request: CascadeRequest): Promise<CascadeTurn> {
    this.requests.push(request);
    const reply = this.#replies.shift();
    if (reply === undefined) throw new Error('Nobody expected this turn');
    if (reply instanceof Error) throw reply;
    const text = typeof reply === 'string' ? reply : '';
    const toolCalls = typeof reply === 'string' ? [] : reply.toolCalls;
    // As the cascade does: the call is told when it ends, also when nobody wants to hear the rest.
    try {
      for (let at = 0; at < text.length; at += 3) await request.onText?.(text.slice(at, at + 3));
    } finally {
      request.onAttempt?.(ATTEMPT);
    }
    return { reply: { text, toolCalls, finishReason: 'stop' }, report: REPORT, trace: [] };
  }
}

/** All that models were shown, as JSON. */
export function shown({ requests }: ScriptedTurns): string {
  return JSON.stringify(requests.map(({ messages, query }) => ({ messages, query })));
}
