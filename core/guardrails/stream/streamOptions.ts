import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import type { GuardrailName, Violation } from '../guardrailViolation';
import { labelOf } from '../redaction/label';
import type { Finder } from '../spans/finder';

/** A finder, and the guardrail in whose name it looks. */
export interface StreamDetector {
  readonly guardrail: GuardrailName;
  readonly finder: Finder;
}

/**
 * Judges a sentence.
 *
 * @param before the sentence before it, empty at the beginning: for the context, it was judged already
 * @returns what is wrong with it: nothing lets it pass
 */
export type SentenceJudge<Verdict> = (sentence: string, before: string) => Verdict;

export interface StreamGuardOptions<Verdict = readonly Violation[]> {
  /** Whatever finds personal data, secrets and the like. None when left out. */
  readonly detectors?: readonly StreamDetector[];
  /** `redact`, when left out: what was found is replaced and the text goes on. `stop`: the text ends before it. */
  readonly onFinding?: 'redact' | 'stop';
  /** What stands in place of a value; called once for each, in the order of the text. `[EMAIL]` when left out. */
  readonly replace?: (value: string, type: string) => string;
  /** Judges each sentence, after redaction, before any of it is given out. */
  readonly moderate?: SentenceJudge<Verdict>;
}

const allowed = 'redact or stop';
const onFinding = z.enum(['redact', 'stop'], { errorMap: () => ({ message: allowed }) });

/** @throws {InvalidParameterError} */
export function readOnFinding(given: unknown): 'redact' | 'stop' {
  return readParameter('onFinding', given ?? 'redact', onFinding);
}

/** `[CREDIT_CARD]` */
export function labelled(_value: string, type: string): string {
  return `[${labelOf(type)}]`;
}
