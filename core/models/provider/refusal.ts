import { z } from 'zod/v3';

/** What a provider says about a request that it did not serve. */
export interface Refusal {
  readonly message?: string;
  /** Whether its content filter stopped the request, as Azure OpenAI reports with status 400. */
  readonly filtered: boolean;
}

const inWords = z.string().transform((message): Refusal => ({ message, filtered: false }));

/** The shapes of an error body, the most telling one first. */
const refusal = z.union([
  // OpenAI and whoever follows it; Anthropic ("Errors" of its API reference)
  z
    .object({ error: z.object({ message: z.string(), code: z.unknown() }) })
    .transform(({ error: { message, code } }): Refusal => ({ message, filtered: code === 'content_filter' })),
  // servers and gateways that keep it short
  z.object({ error: inWords }).transform(({ error }) => error),
  z.object({ message: inWords }).transform(({ message }) => message),
  z.object({ detail: inWords }).transform(({ detail }) => detail),
]);

/** @param body of an answer whose status is not 2xx */
export function refusalOf(body: unknown): Refusal {
  const parsed = refusal.safeParse(body);
  return parsed.success ? parsed.data : { filtered: false };
}
