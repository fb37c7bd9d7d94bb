import type { EngineFault } from '../external/engineError';
import type { GuardrailName, Violation } from '../guardrailViolation';
import type { ModerationResult } from '../moderation/moderationResult';
import type { PiiMatch } from '../pii/piiMatch';

/** What all checks together say about a text. Nothing in it shows what was found unmasked. */
export interface GuardrailsCheck {
  /** Whether there is no violation. */
  readonly isSafe: boolean;
  /** In the order of the policy. */
  readonly violations: readonly Violation[];
  /** Undefined when the text was not moderated. */
  readonly contentModeration: ModerationResult | undefined;
  /** In the order of the text; empty when it was not looked for. */
  readonly piiDetected: readonly PiiMatch[];
  /** One for each rule of the policy, in its order. */
  readonly checks: readonly CheckReport[];
}

/** What became of one check. */
export interface CheckReport {
  readonly guardrail: GuardrailName;
  /** The guardrail's, or that of a custom one. */
  readonly name: string;
  /** `not_run` when a violation before it ended the check, or its engine failed and the text was unsafe anyway. */
  readonly outcome: 'passed' | 'violated' | 'not_run';
  /** 0 to 1: how near the text came to a violation, where the check can tell. */
  readonly score?: number;
  /** The engines that could not tell; the outcome is what the policy's `onEngineFailure` makes of that. */
  readonly engineFailures?: readonly EngineFailure[];
}

export interface EngineFailure {
  readonly engine: string;
  readonly fault: EngineFault;
  readonly message: string;
}
