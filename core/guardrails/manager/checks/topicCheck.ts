import { readWords } from '../../external/readOptions';
import type { Judge } from '../../judge/judge';
import { topicTask } from '../../judge/tasks';
import type { Check } from '../check';
import { LONGEST_PROMPT } from '../limits';
import { judgedBy } from './judgeCheck';

/** Texts about something else than the business. */
export interface TopicRule {
  readonly guardrail: 'topic';
  /** What the business is, in words: what may be talked about. */
  readonly scope: string;
  readonly judge: Judge;
  /** 0 to 1: how sure the judge has to be that the text is off topic; 0.7 when left out. */
  readonly threshold?: number;
}

/** @throws {InvalidParameterError} */
export function topicCheck({ guardrail, scope, judge, threshold }: TopicRule): Check {
  return {
    guardrail,
    name: guardrail,
    outside: judgedBy(judge, {
      guardrail,
      category: 'off_topic',
      message: 'The text is outside the scope of the business',
      task: topicTask(readWords('scope', scope, LONGEST_PROMPT)),
      threshold,
    }),
  };
}
