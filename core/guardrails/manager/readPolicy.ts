import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import type { GuardrailRule } from './guardrailPolicy';
import { MOST_RULES } from './limits';

const find = z.enum(['first', 'all'], { errorMap: () => ({ message: 'first or all' }) });

const listed = `a list of at most ${String(MOST_RULES)} rules`;
const rules = z
  .array(
    z.custom<GuardrailRule>((rule) => typeof rule === 'object' && rule !== null, 'an object'),
    { invalid_type_error: listed, required_error: listed },
  )
  .max(MOST_RULES, listed);

/** @throws {InvalidParameterError} */
export function readFind(given: unknown): 'first' | 'all' {
  return readParameter('find', given, find);
}

/**
 * What is in each rule is read by its own check.
 *
 * @throws {InvalidParameterError} when it is no list of objects, or too long
 */
export function readRules(given: readonly GuardrailRule[]): readonly GuardrailRule[] {
  return readParameter('rules', given, rules);
}
