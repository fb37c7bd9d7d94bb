import { CascadeError } from '../errors/cascadeError';
import type { RateQuota } from '../http/rateQuota';

/** What went wrong at a provider, as far as the next step depends on it. */
export type ChatModelFault =
  | 'authentication'
  | 'bad_reply'
  | 'content_filter'
  | 'network'
  | 'not_found'
  | 'rate_limit'
  | 'rejected'
  | 'server'
  | 'timeout';

export interface ChatModelErrorDetails {
  fault: ChatModelFault;
  /** HTTP status, when the provider answered. */
  status?: number;
  /** How long the provider asks to wait, in milliseconds. */
  retryAfterMs?: number;
  /** What the provider still allows, when it says so. */
  quota?: RateQuota;
  /** Whether no wait mends it, such as an account without money; false when left out. */
  lasts?: boolean;
  cause?: unknown;
}

const hints: Readonly<Record<ChatModelFault, string>> = {
  authentication: 'Check the API key in the credential of this model.',
  bad_reply: 'The provider sent something that is not a chat completion. Check the base URL.',
  content_filter: "The provider's content filter stopped the answer.",
  network: 'The provider could not be reached. Check the base URL and the network.',
  not_found: 'Check the model name and the base URL.',
  rate_limit: 'The provider limits how often this key may ask. Wait, or raise the limit there.',
  rejected: 'The provider refused the request. Its message says why.',
  server: 'The provider has a fault of its own. Try again later.',
  timeout: 'The model took too long. Raise the time limit or choose a faster model.',
};

/** A call of a model that failed. */
export class ChatModelError extends CascadeError {
  readonly fault: ChatModelFault;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly quota: RateQuota | undefined;
  readonly lasts: boolean;

  constructor(
    message: string,
    { fault, status, retryAfterMs, quota, lasts = false, cause }: ChatModelErrorDetails,
  ) {
    super(message, { code: `MODEL_${fault.toUpperCase()}`, hint: hints[fault], cause });
    this.fault = fault;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.quota = quota;
    this.lasts = lasts;
  }
}

/** The fault that an HTTP status of 400 and above stands for. */
export function faultOfStatus(status: number): ChatModelFault {
  if (status === 401 || status === 403) return 'authentication';
  if (status === 404) return 'not_found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate_limit';
  return status >= 500 ? 'server' : 'rejected';
}
