import type { ChatMessage } from '../../models/chatModel';
import type { AgentResult } from '../agent/agentResult';
import { toTenths } from '../../time/toTenths';
import { savingsOf } from '../engine/savings';
import type { StoredAnswer } from './storedAnswer';

const REASON = 'answered from the cache';

/**
 * The result of a query that was answered before. It cost nothing, and saved what the answer cost when it was made.
 *
 * @param asked the message of the user that it answers
 */
export function cacheHit(
  answer: StoredAnswer,
  asked: ChatMessage | undefined,
  latencyMs: number,
): AgentResult {
  const { output, parsed, modelUsed, complexity, domain, confidence, threshold, costUsd } = answer;
  return {
    output,
    ...(parsed === undefined ? {} : { parsed }),
    cascade: {
      modelUsed,
      escalated: false,
      direct: false,
      confidence,
      threshold,
      complexity,
      domain,
      reason: REASON,
      ...savingsOf(0, costUsd),
      latencyMs: toTenths(latencyMs),
      attempts: [],
    },
    trace: [{ atMs: 0, step: 'answer', of: modelUsed, what: REASON }],
    steps: [],
    messages: [...(asked ? [asked] : []), { role: 'assistant', content: output }],
  };
}
