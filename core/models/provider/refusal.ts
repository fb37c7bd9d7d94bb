import { z } from 'zod/v3';
import { faultOfStatus, type ChatModelFault } from '../chatModelError';
import { quoteProvider } from './quoteProvider';

/** What a provider says about a request that it did not serve. */
export interface Refusal {
  /** Its words, fit to be repeated in an error. */
  readonly message?: string;
  /** What its name for the error stands for, when it gives a known one. */
  readonly fault?: ChatModelFault;
  /** Whether that name stands for something that no wait mends. */
  readonly lasts?: boolean;
  /** An HTTP status that stands in the body. */
  readonly status?: number;
}

/**
 * What errors are called in `code` or `type`: OpenAI, "Error codes"; Anthropic, "Errors"; Azure OpenAI, "Content
 * filtering".
 */
const names: ReadonlyMap<unknown, ChatModelFault> = new Map([
  ['content_filter', 'content_filter'],
  ['content_policy_violation', 'content_filter'],
  ['authentication_error', 'authentication'],
  ['invalid_api_key', 'authentication'],
  ['permission_error', 'authentication'],
  ['model_not_found', 'not_found'],
  ['not_found_error', 'not_found'],
  ['api_error', 'server'],
  ['overloaded_error', 'server'],
  ['server_error', 'server'],
  ['insufficient_quota', 'rate_limit'],
  ['rate_limit_error', 'rate_limit'],
  ['rate_limit_exceeded', 'rate_limit'],
  ['timeout_error', 'timeout'],
  ['context_length_exceeded', 'rejected'],
  ['invalid_request_error', 'rejected'],
  ['request_too_large', 'rejected'],
]);

/**
 * What OpenAI calls an account or a project that has nothing left to spend, with status 429 as if a wait would help
 * ("Error codes"); Azure OpenAI and gateways follow it.
 */
const withoutMoney: ReadonlySet<unknown> = new Set([
  'billing_hard_limit_reached',
  'billing_not_active',
  'credit_balance_exhausted',
  'insufficient_quota',
  'organization_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'project_spend_limit_exceeded',
]);

/** Whether one of the names that an error gives itself stands for something that no wait mends. */
export function namesLastingFault(...given: readonly unknown[]): boolean {
  return given.some((name) => withoutMoney.has(name));
}

/** What the first known name for an error stands for, be it a status; undefined when none is known. */
export function faultNamed(...given: readonly unknown[]): ChatModelFault | undefined {
  return given.map(faultOfName).find((fault) => fault !== undefined);
}

function faultOfName(name: unknown): ChatModelFault | undefined {
  const status = statusNamed(name);
  return status === undefined ? names.get(name) : faultOfStatus(status);
}

/** Gateways that have already answered with 200 say the status in the body. */
function statusNamed(name: unknown): number | undefined {
  const status = typeof name === 'string' && name !== '' ? Number(name) : name;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
}

const inWords = z.string().transform((words): Refusal => ({ message: quoteProvider(words) }));

/** OpenAI and whoever follows it, and Anthropic. */
const inAnObject = z
  .object({ message: z.string(), code: z.unknown(), type: z.unknown() })
  .transform(({ message, code, type }): Refusal => {
    const fault = faultNamed(code, type);
    const status = statusNamed(code);
    return {
      message: quoteProvider(message),
      ...(fault === undefined ? {} : { fault }),
      ...(namesLastingFault(code, type) ? { lasts: true } : {}),
      ...(status === undefined ? {} : { status }),
    };
  });

const inError = z.object({ error: z.union([inAnObject, inWords]) }).transform(({ error }): Refusal => error);

/** The shapes of an error body, the most telling one first. */
const refusal = z.union([
  inError,
  // Gemini, where it follows OpenAI
  z.tuple([inError]).transform(([only]) => only),
  // servers and gateways that keep it short
  z.object({ message: inWords }).transform(({ message }) => message),
  z.object({ detail: inWords }).transform(({ detail }) => detail),
]);

/** @param body of an answer whose status is not 2xx */
export function refusalOf(body: unknown): Refusal {
  const parsed = refusal.safeParse(body);
  return parsed.success ? parsed.data : {};
}

/** The error in something that was sent as an answer; undefined when there is none. */
export function errorWithin(body: unknown): Refusal | undefined {
  const parsed = inError.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}
