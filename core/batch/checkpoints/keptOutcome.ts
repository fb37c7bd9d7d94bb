import { z } from 'zod/v3';

/** The outcome of a query that was answered. */
export interface KeptOutcome<Value> {
  readonly value: Value;
  /** US dollars of all its attempts; null when that is unknown. */
  readonly costUsd: number | null;
  /** What all its attempts took, in ms. */
  readonly latencyMs: number;
}

const VERSION = 1;

const kept = z.object({
  version: z.literal(VERSION),
  costUsd: z.number().nullable(),
  latencyMs: z.number(),
  value: z.unknown(),
});

/** @throws TypeError for a value that JSON cannot hold, and whatever `write` throws */
export function writeOutcome<Value>(
  { value, costUsd, latencyMs }: KeptOutcome<Value>,
  write: (value: Value) => unknown,
): string {
  return JSON.stringify({ version: VERSION, costUsd, latencyMs, value: write(value) });
}

/** Undefined for what cannot be read back, whoever wrote it: its query is worked on as if nothing was there. */
export function readOutcome<Value>(
  text: string,
  read: (kept: unknown) => Value,
): KeptOutcome<Value> | undefined {
  try {
    const { costUsd, latencyMs, value } = kept.parse(JSON.parse(text));
    return { value: read(value), costUsd, latencyMs };
  } catch {
    return undefined;
  }
}
