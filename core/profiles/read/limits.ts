import { z } from 'zod/v3';
import { saying } from '../../errors/saying';

const MOST_REQUESTS = 1_000_000_000;
const MOST_DOLLARS = 1_000_000;
/** The unit that money is counted in. */
const LEAST_DOLLARS = 1e-9;

const requestsAllowed = `a whole number from 0 to ${String(MOST_REQUESTS)}, or null for unlimited`;
const dollarsAllowed = `0 or a number of US dollars from ${String(LEAST_DOLLARS)} to ${String(MOST_DOLLARS)}, or null for unlimited`;

/** How many requests; null = unlimited. @internal */
export const requests = z
  .number(saying(requestsAllowed))
  .int(requestsAllowed)
  .min(0, requestsAllowed)
  .max(MOST_REQUESTS, requestsAllowed)
  .nullable();

/** US dollars; null = unlimited. @internal */
export const dollars = z
  .number(saying(dollarsAllowed))
  .min(0, dollarsAllowed)
  .max(MOST_DOLLARS, dollarsAllowed)
  .refine((given) => given === 0 || given >= LEAST_DOLLARS, dollarsAllowed)
  .nullable();

/** A limit of the user's own, or the word that gives it up. @internal */
export const requestsOverride = orTier(requests, requestsAllowed);
/** @internal */
export const dollarsOverride = orTier(dollars, dollarsAllowed);

function orTier<Limit extends z.ZodTypeAny>(limit: Limit, allowed: string) {
  const message = `${allowed}, or "tier" for the limit of the tier`;
  return z.union([limit, z.literal('tier')], { errorMap: () => ({ message }) });
}
