import type { ModerationScores } from './categories';

/** Something outside this process that can judge a text: a moderation endpoint, a chat model. */
export interface ModerationEngine {
  readonly name: string;
  /** @throws when it cannot tell; never a score that only looks safe */
  score(text: string, signal?: AbortSignal): Promise<ModerationScores>;
}
