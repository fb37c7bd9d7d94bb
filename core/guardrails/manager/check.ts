import type { GuardrailEngineError } from '../external/engineError';
import type { GuardrailName, Violation } from '../guardrailViolation';
import type { ModerationResult } from '../moderation/moderationResult';
import type { PiiMatch } from '../pii/piiMatch';

/** What one check says about a text. */
export interface CheckResult {
  readonly violations: readonly Violation[];
  /** 0 to 1: how near the text came to a violation, where the check can tell. */
  readonly score?: number;
  readonly moderation?: ModerationResult;
  readonly pii?: readonly PiiMatch[];
  /** Of engines that could not tell, while others could. */
  readonly failures?: readonly GuardrailEngineError[];
}

/**
 * A rule of a policy, ready to run. A check within this process costs next to nothing and comes first; one that asks
 * an engine outside is given what was found before, and its result takes that one's place.
 */
export interface Check {
  readonly guardrail: GuardrailName;
  /** The guardrail's, or that of a custom one. */
  readonly name: string;
  readonly inside?: (text: string) => CheckResult;
  /** @throws {GuardrailEngineError} when its only engine cannot tell */
  readonly outside?: (text: string, found: CheckResult, signal: AbortSignal) => Promise<CheckResult>;
}

export const NOTHING_FOUND: CheckResult = { violations: [] };
