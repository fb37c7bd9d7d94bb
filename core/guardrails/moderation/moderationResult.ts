import type { ModerationCategory, ModerationScores } from './categories';

/** What moderation says of a text. */
export interface ModerationResult {
  readonly isSafe: boolean;
  /** The categories at or above their threshold, the highest score first. */
  readonly categories: readonly ModerationCategory[];
  readonly violations: readonly ModerationViolation[];
  readonly scores: ModerationScores;
  /** 0 to 1: of the verdict, not of a category. */
  readonly confidence: number;
  /** The engines that were asked and could not tell. When there are any, the verdict is as `onEngineFailure` says. */
  readonly failedEngines: readonly string[];
}

export interface ModerationViolation {
  readonly category: ModerationCategory;
  readonly score: number;
  readonly threshold: number;
  /** The engine that said so: `built-in`, `moderation-api`, `judge`. */
  readonly engine: string;
}
