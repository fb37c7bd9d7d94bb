import type { Violation } from '../../guardrailViolation';
import { forbiddenUrlFinder, type UrlFault, type UrlFinding } from '../../rules/urls/forbiddenUrlFinder';
import type { UrlPolicy } from '../../rules/urls/urlPolicy';
import type { Check } from '../check';

/** URLs other than those that are allowed. Each is a violation. */
export interface UrlsRule extends UrlPolicy {
  readonly guardrail: 'urls';
}

/** @throws {InvalidParameterError} */
export function urlsCheck(rule: UrlsRule): Check {
  const { guardrail } = rule;
  const find = forbiddenUrlFinder(rule);
  return { guardrail, name: guardrail, inside: (text) => ({ violations: find(text).map(violationOf) }) };
}

const MESSAGES: Readonly<Record<UrlFault, string>> = {
  malformed: 'The text contains a URL that is malformed',
  scheme: 'The text contains a URL with a scheme that is not allowed',
  userinfo: 'The text contains a URL with a name or a password in it',
  not_allowed: 'The text contains a URL that is not allowed',
};

/** Nothing of the URL is quoted: what makes it dangerous is often in it. */
function violationOf({ reason, start, end }: UrlFinding): Violation {
  return { guardrail: 'urls', category: reason, message: MESSAGES[reason], position: [start, end] };
}
