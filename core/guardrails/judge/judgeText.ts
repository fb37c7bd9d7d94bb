import { z } from 'zod/v3';
import type { Judge } from './judge';
import type { AnswerField, JudgeQuestion } from './question';

/** What a judge thinks of a text. */
export interface JudgeVerdict {
  readonly flagged: boolean;
  /** 0 to 1: how likely the text is a violation. */
  readonly confidence: number;
}

const FIELDS: readonly AnswerField[] = [
  { name: 'flagged', example: false, meaning: 'true if the text is a violation, else false' },
  {
    name: 'confidence',
    example: 0.1,
    meaning:
      'from 0.0 to 1.0, how likely the text is a violation: 0.0 certainly none, 0.3 weak signs, ' +
      '0.5 undecided, 0.7 likely, 1.0 beyond doubt; use the whole range',
  },
];

const verdict = z.object({ flagged: z.boolean(), confidence: z.number().min(0).max(1) });

/** A question that is answered by yes or no. @param task what a violation is */
export function verdictQuestion(task: string): JudgeQuestion<JudgeVerdict> {
  return { task, fields: FIELDS, answer: verdict };
}

/**
 * The verdict on a text: that on its worst piece.
 *
 * @throws {GuardrailEngineError}
 */
export async function judgeText(
  judge: Judge,
  question: JudgeQuestion<JudgeVerdict>,
  text: string,
  signal?: AbortSignal,
): Promise<JudgeVerdict> {
  const verdicts = await judge.ask(question, text, signal);
  return verdicts.reduce(worse, { flagged: false, confidence: 0 });
}

function worse(one: JudgeVerdict, other: JudgeVerdict): JudgeVerdict {
  if (one.flagged !== other.flagged) return one.flagged ? one : other;
  return other.confidence > one.confidence ? other : one;
}
