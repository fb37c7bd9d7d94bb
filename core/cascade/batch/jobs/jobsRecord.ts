import { z } from 'zod/v3';
import { readParameter } from '../../../errors/invalidParameterError';
import { saying } from '../../../errors/saying';

/**
 * `submitting`: handed to the provider, whose answer is not known yet. `lost`: nobody will know it any more. `refused`: not
 * taken. `unavailable`: not taken, because the provider takes no jobs at all. The others as the provider says them.
 */
const STATES = [
  'submitting',
  'running',
  'completed',
  'failed',
  'expired',
  'cancelled',
  'refused',
  'unavailable',
  'lost',
] as const;

/** Drafts, up to four stronger models or further samples after them, a judge: more are of a query that goes in circles. */
export const MOST_PASSES = 5;

const allowed = 'as a record of jobs has it';
const said = saying(allowed);
const count = z.number(said).int(allowed).min(0, allowed);
const text = z.string(said);
const flag = z.boolean(said);
const entry = z.object({
  pass: count.min(1, allowed).max(MOST_PASSES, allowed),
  model: text,
  modelId: text.nullable(),
  first: count,
  last: count,
  requests: count,
  id: text.nullable(),
  state: z.enum(STATES, { errorMap: () => ({ message: allowed }) }),
  isReplaced: flag,
});
const record = z.object(
  {
    version: z.literal(1, { errorMap: () => ({ message: '1, which this version of the package reads' }) }),
    queries: count,
    fingerprint: text,
    startedAt: z.number(said),
    isSubmitted: flag,
    jobs: z.array(entry, said),
    reservations: z.array(z.tuple([count, text]), said),
    uncounted: z.array(count, said),
  },
  said,
);

/** A job of a batch. It holds requests of one model, of queries from `first` to `last`, but not of all of them. */
export interface JobEntry {
  /** From 1: how many replies, one after the other, its requests have waited for, and this one. */
  readonly pass: number;
  readonly model: string;
  readonly modelId: string | null;
  readonly first: number;
  readonly last: number;
  readonly requests: number;
  /** The provider's own; null when there is none, or none is known. */
  readonly id: string | null;
  readonly state: (typeof STATES)[number];
  /** Whether what it left unanswered is asked again by another job. */
  readonly isReplaced: boolean;
}

/**
 * All that has to be remembered of a batch in jobs: JSON that holds no text of a query or an answer. Reservations carry
 * the ids of their users.
 */
export interface JobsRecord {
  readonly version: 1;
  readonly queries: number;
  /** Tells the queries from others; empty when nobody said how. */
  readonly fingerprint: string;
  /** In ms since the epoch. */
  readonly startedAt: number;
  /** Whether every query has had its first turn: who was refused by a limit then, is not asked for later. */
  readonly isSubmitted: boolean;
  readonly jobs: readonly JobEntry[];
  /** By the place of the query: what was reserved for it, to be settled when its answer is there. */
  readonly reservations: readonly (readonly [index: number, reservationId: string])[];
  /** Queries that were let in uncounted, because the store did not answer. */
  readonly uncounted: readonly number[];
}

/** @throws {InvalidParameterError} */
export function readJobsRecord(given: unknown): JobsRecord {
  return readParameter('record', given, record);
}

export function newRecord(queries: number, fingerprint: string, startedAt: number): JobsRecord {
  return {
    version: 1,
    queries,
    fingerprint,
    startedAt,
    isSubmitted: false,
    jobs: [],
    reservations: [],
    uncounted: [],
  };
}

/** Whether the provider may still answer. */
export function isLive({ state }: JobEntry): boolean {
  return state === 'submitting' || state === 'running';
}

/** Names a model within a batch, whichever node or process asks it. */
export function modelKeyOf({ model, modelId }: Pick<JobEntry, 'model' | 'modelId'>): string {
  return JSON.stringify([model, modelId]);
}
