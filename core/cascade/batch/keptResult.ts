import { z } from 'zod/v3';
import type { AttemptReport, CascadeReport, TraceStep } from '../engine/report';
import { complexities } from '../query/complexity';
import type { ToolStep } from '../agent/tools/toolStep';
import type { Booking } from '../tenant/booking';
import type { TenantResult } from '../tenant/tenantRun';

const amount = z.number().nullable();

const attempt: z.ZodType<AttemptReport> = z.object({
  model: z.string(),
  role: z.enum(['drafter', 'verifier', 'sample', 'judge', 'audit']),
  accepted: z.boolean(),
  confidence: amount,
  inputTokens: amount,
  outputTokens: amount,
  tokensEstimated: z.boolean(),
  costUsd: amount,
  latencyMs: z.number(),
  error: z.string().nullable(),
});

const report: z.ZodType<CascadeReport> = z.object({
  modelUsed: z.string(),
  escalated: z.boolean(),
  direct: z.boolean(),
  confidence: amount,
  threshold: z.number(),
  complexity: z.enum(complexities),
  domain: z.string(),
  reason: z.string(),
  costUsd: amount,
  baselineCostUsd: amount,
  savedUsd: amount,
  savedPercent: amount,
  latencyMs: z.number(),
  attempts: z.array(attempt),
});

const traceStep: z.ZodType<TraceStep> = z.object({
  atMs: z.number(),
  step: z.enum(['route', 'draft', 'retry', 'skip', 'sample', 'judge', 'escalate', 'answer', 'tool', 'learn']),
  of: z.string().optional(),
  what: z.string(),
});

const toolStep = z
  .object({
    iteration: z.number(),
    callId: z.string(),
    tool: z.string(),
    args: z.unknown(),
    outcome: z.enum(['done', 'failed', 'refused']),
    result: z.string(),
    latencyMs: z.number(),
  })
  .transform(({ args, ...step }): ToolStep => ({ ...step, args }));

const booking: z.ZodType<Booking> = z.object({
  reservationId: z.string().nullable(),
  status: z.enum(['settled', 'already closed', 'unknown', 'unsettled', 'uncounted']),
  costUsd: z.number(),
  isEstimate: z.boolean(),
});

const result = z.object({
  output: z.string(),
  parsed: z.unknown(),
  cascade: report,
  trace: z.array(traceStep),
  steps: z.array(toolStep),
  booking: booking.optional(),
});

/**
 * What a checkpoint keeps of a result: all that JSON can hold of it, but the messages. A memory has taken those when the
 * query was answered, and they may hold images of many megabytes.
 */
export function keptOf({ booking: booked, ...given }: TenantResult): object {
  const rest = { ...given, messages: undefined };
  if (!booked) return rest;
  const { reservationId, status, costUsd, isEstimate } = booked;
  return { ...rest, booking: { reservationId, status, costUsd, isEstimate } };
}

/** @throws {ZodError} for anything but what `keptOf` gave, once it was JSON */
export function resultFrom(kept: unknown): TenantResult {
  const { parsed, booking: booked, ...rest } = result.parse(kept);
  return {
    ...rest,
    ...(parsed === undefined ? {} : { parsed }),
    ...(booked ? { booking: booked } : {}),
    messages: [],
  };
}
