import type { CachedRequest } from '../../../../../core/cascade/cache/cached';
import type { AttemptReport, CascadeReport, CascadeResult } from '../../../../../core/cascade/engine/report';
import { readSettings } from '../../../../../core/cascade/settings';
import { ScriptedModel, says } from '../../../../support/scriptedModel';

/** A request of one word. */
export function requestFor(query: string, change: Partial<CachedRequest> = {}): CachedRequest {
  return {
    models: ['mini', 'large'].map((name) => ({ name, chat: new ScriptedModel(says('unasked')) })),
    settings: readSettings({}),
    messages: [{ role: 'user', content: query }],
    ...change,
  };
}

export function attempt(change: Partial<AttemptReport> = {}): AttemptReport {
  return {
    model: 'mini',
    role: 'drafter',
    accepted: true,
    confidence: 0.9,
    inputTokens: 10,
    outputTokens: 10,
    tokensEstimated: false,
    costUsd: 0.002,
    latencyMs: 5,
    error: null,
    ...change,
  };
}

export function resultOf(output: string, change: Partial<CascadeReport> = {}): CascadeResult {
  return {
    output,
    cascade: {
      modelUsed: 'mini',
      escalated: false,
      direct: false,
      confidence: 0.9,
      threshold: 0.7,
      complexity: 'SIMPLE',
      domain: 'general',
      reason: 'accepted: no fault found',
      costUsd: 0.002,
      baselineCostUsd: 0.03,
      savedUsd: 0.028,
      savedPercent: 93.33,
      latencyMs: 5,
      attempts: [attempt()],
      ...change,
    },
  };
}
