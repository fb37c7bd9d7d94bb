import type { Violation } from '../../guardrailViolation';
import { SecretDetector, type SecretDetectorOptions, type SecretMatch } from '../../secrets/secretDetector';
import type { Check } from '../check';

/** Keys, tokens and passwords: each is a violation. */
export interface SecretsRule extends SecretDetectorOptions {
  readonly guardrail: 'secrets';
}

/** @throws {InvalidParameterError} */
export function secretsCheck({ guardrail, ...options }: SecretsRule): Check {
  const detector = new SecretDetector(options);
  return {
    guardrail,
    name: guardrail,
    inside: (text) => ({ violations: detector.detect(text).map(violationOf) }),
  };
}

function violationOf({ secretType, value, position, confidence }: SecretMatch): Violation {
  return {
    guardrail: 'secrets',
    category: secretType,
    message: `The text contains a secret (${secretType}): ${value}`,
    score: confidence,
    value,
    position,
  };
}
