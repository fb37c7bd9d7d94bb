import { GuardrailsManager, GuardrailViolation, type UserProfile } from 'n8n-nodes-cascadeflow';

const guardrails = new GuardrailsManager();

/**
 * An answer to a question, when neither of them breaks what the user's profile has switched on.
 *
 * @throws {GuardrailViolation} whose violations say what was found, with masked values only
 */
export async function guardedAnswer(
  profile: UserProfile,
  question: string,
  ask: (question: string) => Promise<string>,
): Promise<string> {
  await refuseUnsafe(profile, question);
  const answer = await ask(question);
  await refuseUnsafe(profile, answer);
  return answer;
}

async function refuseUnsafe(profile: UserProfile, text: string): Promise<void> {
  const { isSafe, violations } = await guardrails.checkContent(text, profile);
  if (!isSafe) throw new GuardrailViolation(violations);
}
