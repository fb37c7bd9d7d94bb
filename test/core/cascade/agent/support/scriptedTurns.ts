import type { Turns } from '../../../../../core/cascade/agent/turns';
import type { CascadeRequest, CascadeTurn } from '../../../../../core/cascade/engine/cascadeRequest';
import type { AttemptReport, CascadeReport } from '../../../../../core/cascade/engine/report';
import type { ChatReply, ToolCall } from '../../../../../core/models/chatModel';

/** What a scripted cascade does when a turn is asked of it. */
export type TurnAct = (request: CascadeRequest) => Promise<CascadeTurn>;

export const attempt: AttemptReport = {
  model: 'cheap',
  role: 'drafter',
  accepted: true,
  confidence: 0.9,
  inputTokens: 100,
  outputTokens: 20,
  tokensEstimated: false,
  costUsd: 0.001,
  latencyMs: 100,
  error: null,
};

/** A turn that cost 0.001 of the 0.01 that the verifier would have cost, and took 100 ms. */
export function reportOf(more: Partial<CascadeReport> = {}): CascadeReport {
  return {
    modelUsed: 'cheap',
    escalated: false,
    direct: false,
    confidence: 0.9,
    threshold: 0.7,
    complexity: 'SIMPLE',
    domain: 'general',
    reason: 'accepted: no fault found',
    costUsd: 0.001,
    baselineCostUsd: 0.01,
    savedUsd: 0.009,
    savedPercent: 90,
    latencyMs: 100,
    attempts: [attempt],
    ...more,
  };
}

export function replies(reply: Partial<ChatReply>, report: Partial<CascadeReport> = {}): TurnAct {
  const whole: ChatReply = { text: '', toolCalls: [], finishReason: 'stop', ...reply };
  const trace = [{ atMs: 1, step: 'answer', of: 'cheap', what: 'answered' }] as const;
  return ({ onAttempt }) => {
    onAttempt?.(attempt);
    return Promise.resolve({ reply: whole, report: reportOf(report), trace });
  };
}

export function answers(text: string, report: Partial<CascadeReport> = {}): TurnAct {
  return replies({ text }, report);
}

export function call(name: string, args: unknown = {}, id = `id-${name}`): ToolCall {
  return { id, name, arguments: typeof args === 'string' ? args : JSON.stringify(args) };
}

export function calls(...toolCalls: readonly ToolCall[]): TurnAct {
  return replies({ toolCalls, finishReason: 'tool_calls' });
}

/** A cascade that does as told, one act a turn, the last one again and again, and keeps what it was asked. */
export class ScriptedTurns implements Turns {
  readonly requests: CascadeRequest[] = [];
  readonly #acts: readonly [TurnAct, ...TurnAct[]];

  constructor(...acts: readonly [TurnAct, ...TurnAct[]]) {
    this.#acts = acts;
  }

  complete(request: CascadeRequest): Promise<CascadeTurn> {
    this.requests.push(request);
    const [first] = this.#acts;
    return (this.#acts[this.requests.length - 1] ?? this.#acts.at(-1) ?? first)(request);
  }
}
