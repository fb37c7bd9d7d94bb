import { readText } from '../text/readText';
import { askEngines } from './askEngines';
import { builtInScores } from './builtInScores';
import type { ModerationResult } from './moderationResult';
import { readModeratorOptions, type ModeratorOptions, type ReadModeratorOptions } from './moderatorOptions';
import { verdictOf, type EngineScores } from './verdict';

const BUILT_IN = 'built-in';

/**
 * Finds hate, harassment, self-harm, sexual content and violence in a text, offline, and with engines outside this
 * process when they are given. Takes time linear in the length of the text.
 */
export class ContentModerator {
  readonly #options: ReadModeratorOptions;

  /** @throws {InvalidParameterError} */
  constructor(options: ModeratorOptions = {}) {
    this.#options = readModeratorOptions(options);
  }

  /**
   * By what this package knows itself.
   *
   * @throws {InvalidParameterError} when it is not a text
   */
  check(given: string): ModerationResult {
    return verdictOf([builtIn(given)], this.#options.thresholds);
  }

  /**
   * By what this package knows itself and by all engines: the highest score of a category decides.
   *
   * @throws {InvalidParameterError} when it is not a text
   * @throws {GuardrailEngineError} when an engine cannot tell and `onEngineFailure` is `fail`
   * @throws the reason of `signal` when the caller aborts
   */
  async checkAsync(given: string, signal?: AbortSignal): Promise<ModerationResult> {
    const { engines, thresholds, onEngineFailure } = this.#options;
    const own = builtIn(given);
    const answers = await askEngines(engines, given, signal);
    const scored = answers.flatMap((answer) => (answer.kind === 'scored' ? [answer] : []));
    const failed = answers.flatMap((answer) => (answer.kind === 'failed' ? [answer] : []));
    const [first] = failed;
    if (first !== undefined && onEngineFailure === 'fail') throw first.error;
    const verdict = verdictOf(
      [own, ...scored],
      thresholds,
      failed.map(({ engine }) => engine),
    );
    return first !== undefined && onEngineFailure === 'refuse' ? { ...verdict, isSafe: false } : verdict;
  }
}

function builtIn(given: string): EngineScores {
  return { engine: BUILT_IN, scores: builtInScores(readText(given)) };
}
