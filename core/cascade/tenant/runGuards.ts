import type { RedactableRule } from '../../guardrails/manager/finderOf';
import type { GuardrailPolicy, GuardrailRule } from '../../guardrails/manager/guardrailPolicy';
import { piiOptions, policyOf, type ProfileChecks } from '../../guardrails/manager/policyOf';
import type { UserProfile } from '../../profiles/userProfile';

/** What is kept from the models and from the user in one run. Nothing, when all is left out. */
export interface RunGuards {
  /** A query that violates it is not answered, and nothing is spent. */
  readonly input?: GuardrailPolicy | undefined;
  /** An answer that violates it is not given out. The user's own data, as far as `redact` hides it, is no violation. */
  readonly output?: GuardrailPolicy | undefined;
  /** Hidden from the models behind numbered placeholders, in whatever message it stands, and restored in the answer. */
  readonly redact?: readonly RedactableRule[] | undefined;
  /** Replaced by labels such as `[EMAIL]` in the answer, unless it is what `redact` hid. */
  readonly redactOutput?: readonly RedactableRule[] | undefined;
}

export interface ProfileGuards extends ProfileChecks {
  /**
   * What becomes of personal data when the profile has its detection on. `redact`, when left out: the user's own is
   * hidden from the models together with secrets, other people's is taken out of the answer. `refuse`: a query or an
   * answer with any is stopped.
   */
  readonly personalData?: 'redact' | 'refuse' | undefined;
}

/** What a profile has switched on, for its queries and for their answers. */
export function guardsOf(
  profile: Pick<UserProfile, 'guardrails'>,
  { personalData = 'redact', ...checks }: ProfileGuards = {},
): RunGuards {
  const policy = policyOf(profile, checks);
  if (personalData === 'refuse') return { input: policy, output: policy };
  const { enablePiiDetection, strict } = profile.guardrails;
  const harmless = { ...policy, rules: policy.rules.filter(isNoPii) };
  if (!enablePiiDetection) return { input: harmless, output: harmless };
  const pii = { ...piiOptions(strict, checks.pii), guardrail: 'pii' } as const;
  return {
    input: harmless,
    output: harmless,
    redact: [pii, { guardrail: 'secrets' }],
    redactOutput: [pii],
  };
}

function isNoPii({ guardrail }: GuardrailRule): boolean {
  return guardrail !== 'pii';
}
