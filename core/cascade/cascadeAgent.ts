import { InvalidParameterError } from '../errors/invalidParameterError';
import type { ChatMessage } from '../models/chatModel';
import { systemClock, type Clock } from '../time/clock';
import { askModel } from './engine/askModel';
import { allFailed, buildReport } from './engine/buildReport';
import { stepsOf, type CascadeModel, type CascadeStep } from './engine/cascadeModel';
import {
  judge,
  type Case,
  type JudgedDraft,
  type JudgedTurn,
  type RejectedDraft,
  type Verification,
} from './engine/judge';
import type { CascadeResult } from './engine/report';
import { routeTo } from './routing/routeQuery';
import { readQuery, readSettings, type CascadeSettings, type ReadSettings } from './settings';

export const FEWEST_MODELS = 2;
export const MOST_MODELS = 5;

export interface CascadeAgentOptions extends CascadeSettings {
  /** Two to five models, cheapest first: drafters, then the verifier. */
  models: readonly CascadeModel[];
  clock?: Clock;
}

export interface RunOptions {
  /** Aborts the run: it ends at once with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Answers each query with the cheapest model that is good enough: the cheapest drafts, its draft is assessed, and a
 * rejected draft or a failed model hands the query to the next stronger one.
 */
export class CascadeAgent {
  readonly #steps: readonly CascadeStep[];
  readonly #verifier: CascadeModel;
  readonly #settings: ReadSettings;
  readonly #clock: Clock;

  /** @throws {InvalidParameterError} */
  constructor(options: CascadeAgentOptions) {
    const { models } = options;
    const verifier = models.at(-1);
    if (!verifier || models.length < FEWEST_MODELS || models.length > MOST_MODELS) {
      throw new InvalidParameterError(
        'models',
        models,
        `a list of ${String(FEWEST_MODELS)} to ${String(MOST_MODELS)} models`,
      );
    }
    this.#steps = stepsOf(models);
    this.#verifier = verifier;
    this.#settings = readSettings(options);
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * @throws {InvalidParameterError} when the query is not a text or empty
   * @throws {AllModelsFailedError} when no model brings an answer that may be shown
   * @throws the reason of `signal` when the caller aborts
   */
  async run(query: string, { signal }: RunOptions = {}): Promise<CascadeResult> {
    const asked = readQuery(query);
    const started = this.#clock.now();
    const { threshold, timeoutMs } = this.#settings;
    const route = routeTo(threshold, asked);
    const messages = this.#messagesFor(asked);
    const question: Case = { query: asked, messages, route, threshold };
    const turns: JudgedTurn[] = [];
    for (const step of this.#order(route.direct)) {
      const turn = await askModel(step, { messages, timeoutMs, clock: this.#clock, signal });
      turns.push(judge(turn, question));
      if (this.#answerIn(turns)) break;
    }
    const answer = this.#answerIn(turns) ?? this.#bestDraftIn(turns);
    if (!answer) throw allFailed(turns);
    const latencyMs = this.#clock.now() - started;
    return {
      output: answer.reply.text,
      cascade: buildReport(answer, { route, threshold, verifier: this.#verifier, turns, latencyMs }),
    };
  }

  #messagesFor(query: string): ChatMessage[] {
    const { systemMessage } = this.#settings;
    const user: ChatMessage = { role: 'user', content: query };
    return systemMessage.trim() === '' ? [user] : [{ role: 'system', content: systemMessage }, user];
  }

  /** A direct query goes to the verifier; should it fail, the strongest drafter may still save the day. */
  #order(direct: boolean): readonly CascadeStep[] {
    if (!direct) return this.#steps;
    return this.#settings.whenVerifierFails === 'best_draft'
      ? this.#steps.toReversed()
      : this.#steps.slice(-1);
  }

  /** The turn after which nobody else needs to be asked. */
  #answerIn(turns: readonly JudgedTurn[]): Verification | JudgedDraft | undefined {
    const last = turns.at(-1);
    if (last?.verdict === 'verified' || last?.verdict === 'accepted') return last;
    const strongestFailed = turns.slice(0, -1).some((turn) => turn.role === 'verifier');
    return last?.verdict === 'rejected' && strongestFailed ? last : undefined;
  }

  #bestDraftIn(turns: readonly JudgedTurn[]): RejectedDraft | undefined {
    if (this.#settings.whenVerifierFails === 'fail') return undefined;
    return turns
      .filter((turn) => turn.verdict === 'rejected')
      .toSorted((a, b) => b.score.confidence - a.score.confidence)
      .at(0);
  }
}
