import { readWords } from '../../external/readOptions';
import type { Judge } from '../../judge/judge';
import type { Check } from '../check';
import { LONGEST_NAME, LONGEST_PROMPT } from '../limits';
import { judgedBy } from './judgeCheck';

/** A guardrail in one's own words. */
export interface CustomRule {
  readonly guardrail: 'custom';
  readonly name: string;
  /** What a violation is, in words for a chat model. */
  readonly prompt: string;
  readonly judge: Judge;
  /** 0 to 1: how sure the judge has to be; 0.7 when left out. */
  readonly threshold?: number;
}

/** @throws {InvalidParameterError} */
export function customCheck({ guardrail, name, prompt, judge, threshold }: CustomRule): Check {
  const category = readWords('name', name, LONGEST_NAME);
  return {
    guardrail,
    name: category,
    outside: judgedBy(judge, {
      guardrail,
      category,
      message: `The text violates the guardrail "${category}"`,
      task: readWords('prompt', prompt, LONGEST_PROMPT),
      threshold,
    }),
  };
}
