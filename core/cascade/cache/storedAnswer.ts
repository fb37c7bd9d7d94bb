import { z } from 'zod/v3';
import type { AgentResult } from '../agent/agentResult';
import type { CascadeReport, CascadeResult } from '../engine/report';
import { complexities, type QueryComplexity } from '../query/complexity';

/** What a run came to: that of a cascade, or of an agent. */
export type CacheableResult = CascadeResult & Partial<Pick<AgentResult, 'parsed' | 'steps'>>;

/** An answer as it rests in a cache. */
export interface StoredAnswer {
  readonly output: string;
  readonly parsed?: unknown;
  readonly modelUsed: string;
  readonly complexity: QueryComplexity;
  readonly domain: string;
  readonly confidence: number | null;
  readonly threshold: number;
  /** US dollars that the answer cost when it was made. */
  readonly costUsd: number | null;
  /** In ms since the epoch. */
  readonly storedAt: number;
}

const storedAnswer: z.ZodType<StoredAnswer> = z.object({
  output: z.string(),
  parsed: z.unknown(),
  modelUsed: z.string(),
  complexity: z.enum(complexities),
  domain: z.string(),
  confidence: z.number().nullable(),
  threshold: z.number(),
  costUsd: z.number().nullable(),
  storedAt: z.number(),
});

/**
 * What of a result may be given again. Nothing when tools were run, because they do things and know what time it is,
 * nor of a draft below the threshold, which was only given because no stronger model answered.
 */
export function answerIn(result: CacheableResult, storedAt: number): StoredAnswer | undefined {
  const { output, parsed, steps = [], cascade } = result;
  if (steps.length > 0 || isBelowThreshold(cascade)) return undefined;
  const { modelUsed, complexity, domain, confidence, threshold, costUsd } = cascade;
  return { output, parsed, modelUsed, complexity, domain, confidence, threshold, costUsd, storedAt };
}

/** @returns undefined when the text is not that of an answer */
export function readAnswer(text: string): StoredAnswer | undefined {
  try {
    return storedAnswer.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isBelowThreshold({ attempts, threshold }: CascadeReport): boolean {
  return attempts.some(
    ({ accepted, role, confidence }) => accepted && role === 'drafter' && (confidence ?? 0) < threshold,
  );
}
