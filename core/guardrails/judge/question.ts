import type { z } from 'zod/v3';

/** What a judge is asked about a text. @internal */
export interface JudgeQuestion<Answer> {
  /** What to look for, in words for a chat model. */
  readonly task: string;
  /** The fields of the JSON object that the judge answers with, each with an example and what it means. */
  readonly fields: readonly AnswerField[];
  readonly answer: z.ZodType<Answer, z.ZodTypeDef, unknown>;
}

export interface AnswerField {
  readonly name: string;
  readonly example: boolean | number;
  readonly meaning: string;
}
