import { z } from 'zod/v3';

/** What a process that measures its heap is told at its start, as JSON. */
export const jobSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('limiter'),
    /** The contestant's name. */
    limiter: z.string(),
    users: z.number().int(),
    requests: z.number().int(),
  }),
  z.object({ kind: z.literal('profiles'), users: z.number().int(), furnished: z.boolean() }),
]);

export type Job = z.infer<typeof jobSchema>;
export type LimiterJob = Extract<Job, { kind: 'limiter' }>;
export type ProfilesJob = Extract<Job, { kind: 'profiles' }>;
