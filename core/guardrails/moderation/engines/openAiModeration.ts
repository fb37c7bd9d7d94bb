import type { Http } from '../../../http/http';
import { post } from '../../../models/provider/providerCall';
import { systemClock, type Clock } from '../../../time/clock';
import { askEngine } from '../../external/askEngine';
import { piecesOf, type PieceRules } from '../../external/pieces';
import { readTimeoutMs, readWords } from '../../external/readOptions';
import type { ModerationScores } from '../categories';
import type { ModerationEngine } from '../moderationEngine';
import { highestScores } from './highestScores';
import { moderationAnswer } from './moderationAnswer';

export interface OpenAiModerationOptions {
  /** Reaches the API: base URL and credential are its business. */
  http: Http;
  /** `omni-moderation-latest` when left out. */
  model?: string;
  /** Milliseconds for the whole text, retries included; 30,000 when left out. */
  timeoutMs?: number;
  clock?: Clock;
}

/** OpenAI's guide advises pieces of less than 2,000 characters: https://platform.openai.com/docs/guides/moderation */
const PIECES: PieceRules = { size: 1_900, overlap: 200, longest: 1_000_000 };
const PIECES_A_REQUEST = 32;
const REQUESTS_AT_ONCE = 4;

/** A moderation endpoint as OpenAI has it, at OpenAI or at a gateway that speaks the same. */
export class OpenAiModeration implements ModerationEngine {
  readonly name = 'moderation-api';
  readonly #http: Http;
  readonly #model: string;
  readonly #timeoutMs: number;
  readonly #clock: Clock;

  /** @throws {InvalidParameterError} */
  constructor(options: OpenAiModerationOptions) {
    this.#http = options.http;
    this.#model = readWords('model', options.model ?? 'omni-moderation-latest', 200);
    this.#timeoutMs = readTimeoutMs(options.timeoutMs ?? 30_000);
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * A long text is judged in pieces, and each category has the score of its worst piece.
   *
   * @throws {GuardrailEngineError} when the endpoint fails, is late, or does not answer for every piece
   * @throws the reason of `signal` when the caller aborts
   */
  async score(text: string, signal?: AbortSignal): Promise<ModerationScores> {
    const batches = inBatches(piecesOf(this.name, text, PIECES), PIECES_A_REQUEST);
    const call = {
      engine: this.name,
      text,
      clock: this.#clock,
      timeoutMs: this.#timeoutMs,
      atOnce: REQUESTS_AT_ONCE,
      signal,
    };
    const scores = await askEngine(call, batches, (batch, stop) => this.#ask(batch, stop));
    return highestScores(scores.flat());
  }

  async #ask(batch: readonly string[], signal: AbortSignal): Promise<ModerationScores[]> {
    const body = await post(
      { http: this.#http, clock: this.#clock },
      { path: '/moderations', body: { model: this.#model, input: batch }, signal },
    );
    return moderationAnswer(body, batch.length);
  }
}

function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, batch) =>
    items.slice(batch * size, (batch + 1) * size),
  );
}
