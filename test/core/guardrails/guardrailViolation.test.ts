import { describe, expect, it } from '@jest/globals';
import { CascadeError } from '../../../core/errors/cascadeError';
import { GuardrailViolation, type Violation } from '../../../core/guardrails/guardrailViolation';

const hate: Violation = {
  guardrail: 'moderation',
  category: 'hate',
  message: 'It looks like hate',
  score: 0.9,
};
const email: Violation = { guardrail: 'pii', category: 'email', message: 'An e-mail address: j***@***' };

describe('GuardrailViolation', () => {
  it('names each category once, and carries the violations', () => {
    const error = new GuardrailViolation([hate, email, { ...email, position: [0, 5] }]);
    expect(error).toMatchObject({
      name: 'GuardrailViolation',
      code: 'GUARDRAIL_VIOLATION',
      message: 'The text was stopped by a guardrail: moderation (hate), pii (email)',
    });
    expect(error.violations).toHaveLength(3);
    expect(CascadeError.is(error)).toBe(true);
  });
});
