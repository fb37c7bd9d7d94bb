import { Guardrails, guardStream, PiiDetector, SecretDetector } from 'n8n-nodes-cascadeflow';

const moderation = new Guardrails({ rules: [{ guardrail: 'moderation' }] });
const detectors = [
  { guardrail: 'pii', finder: new PiiDetector() },
  { guardrail: 'secrets', finder: new SecretDetector() },
] as const;

/**
 * Passes a model's answer on while it is written, with labels in place of personal data and secret keys, sentence by
 * sentence as moderation allows.
 *
 * @throws {GuardrailViolation} before the sentence that moderation does not allow
 */
export function guardedStream(chunks: AsyncIterable<string>): AsyncIterable<string> {
  return guardStream(chunks, {
    detectors,
    moderate: async (sentence) => (await moderation.check(sentence)).violations,
  });
}
