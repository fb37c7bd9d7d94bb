import type { Violation } from '../../guardrailViolation';
import { keywordFinder, type KeywordFinding } from '../../rules/keywords/keywordFinder';
import type { Check } from '../check';

/** Words that must not be in a text. Each place where one stands is a violation. */
export interface KeywordsRule {
  readonly guardrail: 'keywords';
  /** A list, or a text with commas between them. */
  readonly keywords: string | readonly string[];
}

/** @throws {InvalidParameterError} */
export function keywordsCheck({ guardrail, keywords }: KeywordsRule): Check {
  const find = keywordFinder(keywords);
  return { guardrail, name: guardrail, inside: (text) => ({ violations: find(text).map(violationOf) }) };
}

function violationOf({ keyword, start, end }: KeywordFinding): Violation {
  return {
    guardrail: 'keywords',
    category: keyword,
    message: `The text contains the keyword "${keyword}"`,
    position: [start, end],
  };
}
