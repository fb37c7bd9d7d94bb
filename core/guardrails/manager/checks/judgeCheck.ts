import { InvalidParameterError } from '../../../errors/invalidParameterError';
import { readThreshold } from '../../external/readOptions';
import type { GuardrailName } from '../../guardrailViolation';
import { Judge, JUDGE } from '../../judge/judge';
import { judgeText, verdictQuestion, type JudgeVerdict } from '../../judge/judgeText';
import type { Check, CheckResult } from '../check';

/** What is asked of a judge, and how sure it has to be. */
export interface Charge {
  readonly guardrail: GuardrailName;
  /** What a violation is filed under. */
  readonly category: string;
  /** Of a violation, for people. */
  readonly message: string;
  /** What a violation is, in words for a chat model. */
  readonly task: string;
  /** 0 to 1. A text that is flagged with at least this confidence is a violation; 0.7 when left out. */
  readonly threshold?: number | undefined;
}

const THRESHOLD = 0.7;

/**
 * Lets a judge decide. It adds to what was found before.
 *
 * @throws {InvalidParameterError}
 */
export function judgedBy(givenJudge: Judge, charge: Charge): NonNullable<Check['outside']> {
  const judge = readJudge(givenJudge);
  const threshold = readThreshold(charge.threshold ?? THRESHOLD);
  const question = verdictQuestion(charge.task);
  return async (text, found, signal) => {
    const verdict = await judgeText(judge, question, text, signal);
    return {
      ...found,
      score: Math.max(found.score ?? 0, verdict.confidence),
      violations: [...found.violations, ...violationsIn(verdict, charge, threshold)],
    };
  };
}

function readJudge(given: unknown): Judge {
  if (given instanceof Judge) return given;
  throw new InvalidParameterError('judge', given, 'a judge');
}

function violationsIn(
  { flagged, confidence }: JudgeVerdict,
  { guardrail, category, message }: Charge,
  threshold: number,
): CheckResult['violations'] {
  if (!flagged || confidence < threshold) return [];
  return [{ guardrail, category, message, score: confidence, threshold, engine: JUDGE }];
}
