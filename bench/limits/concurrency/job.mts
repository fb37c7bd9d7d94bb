import { z } from 'zod/v3';

/** What a process of a race is told at its start, as JSON. */
export const jobSchema = z.object({
  contestant: z.enum(['own', 'peer']),
  url: z.string().url(),
  userId: z.string(),
  limits: z.object({
    requestsPerHour: z.number(),
    requestsPerDay: z.number(),
    dailyBudget: z.number(),
    concurrentRequests: z.number().optional(),
  }),
  requests: z.number().int(),
});

export type Job = z.infer<typeof jobSchema>;
