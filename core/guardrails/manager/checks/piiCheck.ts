import type { Violation } from '../../guardrailViolation';
import { PiiDetector } from '../../pii/piiDetector';
import type { PiiMatch } from '../../pii/piiMatch';
import type { PiiDetectorOptions } from '../../pii/piiOptions';
import type { Check } from '../check';

/** Personal data: each piece is a violation. */
export interface PiiRule extends PiiDetectorOptions {
  readonly guardrail: 'pii';
}

/** @throws {InvalidParameterError} */
export function piiCheck({ guardrail, ...options }: PiiRule): Check {
  const detector = new PiiDetector(options);
  return {
    guardrail,
    name: guardrail,
    inside: (text) => {
      const pii = detector.detect(text);
      return { pii, violations: pii.map(violationOf) };
    },
  };
}

function violationOf({ piiType, value, position, confidence }: PiiMatch): Violation {
  return {
    guardrail: 'pii',
    category: piiType,
    message: `The text contains personal data (${piiType}): ${value}`,
    score: confidence,
    value,
    position,
  };
}
