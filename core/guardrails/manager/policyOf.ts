import type { UserProfile } from '../../profiles/userProfile';
import type { ModerationRule } from './checks/moderationCheck';
import type { PiiRule } from './checks/piiCheck';
import type { GuardrailPolicy, GuardrailRule } from './guardrailPolicy';

/** How texts are checked for what a profile has switched on. */
export interface ProfileChecks extends Omit<GuardrailPolicy, 'rules'> {
  readonly moderation?: Omit<ModerationRule, 'guardrail' | 'strict'> | undefined;
  readonly pii?: Omit<PiiRule, 'guardrail'> | undefined;
}

/** How sure a finding has to be for a strict profile, 0 to 1. */
const STRICT_PII_THRESHOLD = 0.35;

/** What a user's texts are checked for: nothing, when the profile has everything off. */
export function policyOf(
  { guardrails }: Pick<UserProfile, 'guardrails'>,
  { moderation, pii, ...policy }: ProfileChecks = {},
): GuardrailPolicy {
  const { enableContentModeration, enablePiiDetection, strict } = guardrails;
  const rules: GuardrailRule[] = [];
  if (enableContentModeration) rules.push({ ...moderation, guardrail: 'moderation', strict });
  if (enablePiiDetection) rules.push({ guardrail: 'pii', ...piiOptions(strict, pii) });
  return { ...policy, rules };
}

/** A threshold of one's own is only ever lowered. */
export function piiOptions(
  strict: boolean,
  options: Omit<PiiRule, 'guardrail'> = {},
): Omit<PiiRule, 'guardrail'> {
  if (!strict) return options;
  return { ...options, threshold: Math.min(options.threshold ?? 1, STRICT_PII_THRESHOLD) };
}
