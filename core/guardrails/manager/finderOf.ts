import { PiiDetector } from '../pii/piiDetector';
import { keywordFinder } from '../rules/keywords/keywordFinder';
import { forbiddenUrlFinder } from '../rules/urls/forbiddenUrlFinder';
import { SecretDetector } from '../secrets/secretDetector';
import type { Finder } from '../spans/finder';
import { united } from '../spans/united';
import type { KeywordsRule } from './checks/keywordsCheck';
import type { PiiRule } from './checks/piiCheck';
import type { SecretsRule } from './checks/secretsCheck';
import type { UrlsRule } from './checks/urlsCheck';
import type { GuardrailRule } from './guardrailPolicy';

/** A rule that finds places in a text, which can be redacted; the others judge a text as a whole. */
export type RedactableRule = PiiRule | SecretsRule | KeywordsRule | UrlsRule;

export function isRedactable(rule: GuardrailRule): rule is RedactableRule {
  return ['pii', 'secrets', 'keywords', 'urls'].includes(rule.guardrail);
}

/**
 * Finds what any of the rules finds, each place once.
 *
 * @throws {InvalidParameterError}
 */
export function finderOf(rules: readonly RedactableRule[]): Finder {
  const finders = rules.map(finderFor);
  return { find: (text) => united(finders.flatMap((finder) => finder.find(text))) };
}

function finderFor(rule: RedactableRule): Pick<Finder, 'find'> {
  switch (rule.guardrail) {
    case 'pii':
      return new PiiDetector(rule);
    case 'secrets':
      return new SecretDetector(rule);
    case 'keywords':
      return { find: keywordFinder(rule.keywords) };
    case 'urls':
      return { find: forbiddenUrlFinder(rule) };
  }
}
