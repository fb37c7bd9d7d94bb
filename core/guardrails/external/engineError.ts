import { CascadeError } from '../../errors/cascadeError';
import { asError } from '../../errors/asError';
import { ChatModelError, type ChatModelFault } from '../../models/chatModelError';
import { withoutEcho } from './withoutEcho';

/** Why an engine outside this process could not judge a text. */
export type EngineFault = ChatModelFault | 'too_long' | 'unknown';

export interface EngineErrorDetails {
  readonly engine: string;
  readonly fault: EngineFault;
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

const hints: Readonly<Record<EngineFault, string>> = {
  authentication: 'Check the API key in the credential.',
  bad_reply: 'It sent something that is no verdict. Check the base URL, or choose another model.',
  content_filter: "The provider's own content filter stopped the verdict.",
  network: 'Check the base URL and the network.',
  not_found: 'Check the model name and the base URL.',
  rate_limit: 'The provider limits how often this key may ask. Wait, or raise the limit there.',
  rejected: 'The provider refused the request. Its message says why.',
  server: 'The provider has a fault of its own. Try again later.',
  timeout: 'Raise the time limit, or choose a faster engine.',
  too_long: 'Check a shorter text, or leave this engine out for texts like this one.',
  unknown: 'Its message says what went wrong.',
};

/** An engine could not say whether a text is safe. That is not the same as safe. */
export class GuardrailEngineError extends CascadeError {
  readonly engine: string;
  readonly fault: EngineFault;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { engine, fault, retryAfterMs, cause }: EngineErrorDetails) {
    super(message, { code: `GUARDRAIL_ENGINE_${fault.toUpperCase()}`, hint: hints[fault], cause });
    this.engine = engine;
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What an engine threw about a text, as one kind of error that says which engine it was and repeats nothing of the text. */
export function engineErrorOf(engine: string, thrown: unknown, text: string): GuardrailEngineError {
  if (thrown instanceof GuardrailEngineError) return thrown;
  const said = withoutEcho(asError(thrown).message, text);
  return new GuardrailEngineError(`The engine "${engine}" could not judge the text: ${said}`, {
    engine,
    ...(thrown instanceof ChatModelError
      ? { fault: thrown.fault, retryAfterMs: thrown.retryAfterMs }
      : { fault: 'unknown' }),
    cause: thrown,
  });
}
