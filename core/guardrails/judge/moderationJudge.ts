import { z } from 'zod/v3';
import {
  MODERATION_CATEGORIES,
  type ModerationCategory,
  type ModerationScores,
} from '../moderation/categories';
import { highestScores } from '../moderation/engines/highestScores';
import type { ModerationEngine } from '../moderation/moderationEngine';
import { JUDGE, type Judge } from './judge';
import type { JudgeQuestion } from './question';

const MEANINGS: Readonly<Record<ModerationCategory, string>> = {
  hate: 'expresses or promotes hate against people for their race, origin, religion, gender, orientation or disability',
  harassment: 'insults, bullies, humiliates, stalks or threatens a person',
  'self-harm': 'expresses the intent to hurt or kill oneself, encourages that, or tells how to do it',
  sexual: 'is meant to arouse, describes sexual activity, or offers sexual services; not health or education',
  'sexual/minors': 'sexual content with anybody under 18 in it',
  violence: 'threatens, glorifies, plans or graphically describes the hurting or killing of others',
};

const score = z.number().min(0).max(1);

const QUESTION: JudgeQuestion<ModerationScores> = {
  task: `Decide for each category below how likely it is that the text belongs to it. Judge what the text does, not which \
words it has: news, history, medicine, fiction without cruelty, help and prevention, idioms and technical terms, \
somebody who reports or condemns what others said, and an identity that is merely named belong to none.`,
  fields: MODERATION_CATEGORIES.map((name) => ({
    name,
    example: 0.1,
    meaning: `from 0.0 to 1.0, how likely it is that the text ${MEANINGS[name]}`,
  })),
  answer: z.object({
    hate: score,
    harassment: score,
    'self-harm': score,
    sexual: score,
    'sexual/minors': score,
    violence: score,
  }),
};

/** Moderation by a chat model. */
export class ModerationJudge implements ModerationEngine {
  readonly name = JUDGE;
  readonly #judge: Judge;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  /**
   * @throws {GuardrailEngineError} when the model fails, is late, or gives no verdict
   * @throws the reason of `signal` when the caller aborts
   */
  async score(text: string, signal?: AbortSignal): Promise<ModerationScores> {
    return highestScores(await this.#judge.ask(QUESTION, text, signal));
  }
}
