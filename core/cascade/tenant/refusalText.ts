import { GuardrailViolation } from '../../guardrails/guardrailViolation';
import { RateLimitError } from '../../limits/rateLimitError';
import { UnjudgedError } from './unjudgedError';

/** What users read in place of an error. Without a text, or with a blank one, it stays an error. */
export interface RefusalAnswers {
  /** When a limit is reached, or nobody can say whether one is. */
  readonly limited?: string | undefined;
  /** When a guardrail stopped the query or the answer. */
  readonly blocked?: string | undefined;
}

export interface Refusal {
  readonly why: keyof RefusalAnswers;
  readonly text: string;
}

/** The text to answer a refused request with; undefined for other errors, and where no text was chosen. */
export function refusalText(error: unknown, answers: RefusalAnswers): Refusal | undefined {
  const why = refusalIn(error);
  const text = why && answers[why];
  return why && text !== undefined && text.trim() !== '' ? { why, text } : undefined;
}

function refusalIn(error: unknown): keyof RefusalAnswers | undefined {
  if (error instanceof RateLimitError || error instanceof UnjudgedError) return 'limited';
  return error instanceof GuardrailViolation ? 'blocked' : undefined;
}
