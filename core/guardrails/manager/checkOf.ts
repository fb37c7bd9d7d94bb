import { InvalidParameterError } from '../../errors/invalidParameterError';
import { GUARDRAILS } from '../guardrailViolation';
import type { Check } from './check';
import { customCheck } from './checks/customCheck';
import { injectionCheck } from './checks/injectionCheck';
import { keywordsCheck } from './checks/keywordsCheck';
import { moderationCheck } from './checks/moderationCheck';
import { piiCheck } from './checks/piiCheck';
import { secretsCheck } from './checks/secretsCheck';
import { topicCheck } from './checks/topicCheck';
import { urlsCheck } from './checks/urlsCheck';
import type { GuardrailRule } from './guardrailPolicy';

/** @throws {InvalidParameterError} for an unknown guardrail too: a misspelt one must not be one less */
export function checkOf(rule: GuardrailRule): Check {
  switch (rule.guardrail) {
    case 'moderation':
      return moderationCheck(rule);
    case 'pii':
      return piiCheck(rule);
    case 'secrets':
      return secretsCheck(rule);
    case 'injection':
      return injectionCheck(rule);
    case 'keywords':
      return keywordsCheck(rule);
    case 'urls':
      return urlsCheck(rule);
    case 'topic':
      return topicCheck(rule);
    case 'custom':
      return customCheck(rule);
    default:
      return unknown(rule);
  }
}

/** Types leave nothing here; a caller without types does. */
function unknown(rule: { readonly guardrail?: unknown }): never {
  throw new InvalidParameterError('guardrail', rule.guardrail, `one of ${GUARDRAILS.join(', ')}`);
}
