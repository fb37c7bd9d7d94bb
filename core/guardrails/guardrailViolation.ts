import { CascadeError } from '../errors/cascadeError';

/** What a text can be checked for. */
export const GUARDRAILS = [
  'moderation',
  'pii',
  'secrets',
  'injection',
  'keywords',
  'urls',
  'topic',
  'custom',
] as const;

export type GuardrailName = (typeof GUARDRAILS)[number];

/** One thing that is wrong with a text. It never holds the text itself, so that it may be shown and stored. */
export interface Violation {
  readonly guardrail: GuardrailName;
  /** What it is, within its guardrail: `hate`, `email`, `aws_access_key`, the name of a custom guardrail. */
  readonly category: string;
  /** For people. What it quotes of the text is masked. */
  readonly message: string;
  /** 0 to 1: how sure the guardrail is. */
  readonly score?: number;
  /** 0 to 1: what the score had to reach. */
  readonly threshold?: number;
  /** Who said so: `built-in`, `moderation-api`, `judge`. */
  readonly engine?: string;
  /** What was found, masked: `j***@***`. */
  readonly value?: string;
  /** Where it was found: UTF-16 units of the text, the end exclusive. */
  readonly position?: readonly [start: number, end: number];
}

/** A text was stopped by a guardrail. */
export class GuardrailViolation extends CascadeError {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const categories = new Set(violations.map(({ guardrail, category }) => `${guardrail} (${category})`));
    super(`The text was stopped by a guardrail: ${[...categories].join(', ')}`, {
      code: 'GUARDRAIL_VIOLATION',
      hint: 'See the violations. If the text is harmless, raise the threshold or leave that check out.',
    });
    this.violations = violations;
  }
}
