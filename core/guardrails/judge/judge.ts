import { randomUUID } from 'node:crypto';
import type { ChatModel } from '../../models/chatModel';
import { systemClock, type Clock } from '../../time/clock';
import { askEngine } from '../external/askEngine';
import { piecesOf, type PieceRules } from '../external/pieces';
import { readTimeoutMs } from '../external/readOptions';
import { judgeAnswer } from './judgeAnswer';
import { judgeMessages } from './judgeMessages';
import type { JudgeQuestion } from './question';

export interface JudgeOptions {
  /** A small, fast model does well. */
  chat: ChatModel;
  /** Milliseconds for the whole text, retries included; 60,000 when left out. */
  timeoutMs?: number;
  clock?: Clock;
}

/** The engine's name in violations and errors. */
export const JUDGE = 'judge';

const PIECES: PieceRules = { size: 12_000, overlap: 600, longest: 200_000 };
const PIECES_AT_ONCE = 4;

/** A chat model that judges texts. */
export class Judge {
  readonly #chat: ChatModel;
  readonly #timeoutMs: number;
  readonly #clock: Clock;

  /** @throws {InvalidParameterError} */
  constructor({ chat, timeoutMs = 60_000, clock = systemClock }: JudgeOptions) {
    this.#chat = chat;
    this.#timeoutMs = readTimeoutMs(timeoutMs);
    this.#clock = clock;
  }

  /**
   * The answers for the pieces of a text; most texts are one piece, a blank one is none.
   *
   * @throws {GuardrailEngineError} when the model fails, is late, or gives no verdict on a piece
   * @throws the reason of `signal` when the caller aborts
   * @internal
   */
  async ask<Answer>(question: JudgeQuestion<Answer>, text: string, signal?: AbortSignal): Promise<Answer[]> {
    const call = {
      engine: JUDGE,
      text,
      clock: this.#clock,
      timeoutMs: this.#timeoutMs,
      atOnce: PIECES_AT_ONCE,
      signal,
    };
    return await askEngine(call, piecesOf(JUDGE, text, PIECES), (piece, stop) =>
      this.#askAbout(piece, question, stop),
    );
  }

  async #askAbout<Answer>(
    piece: string,
    question: JudgeQuestion<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const id = randomUUID();
    const reply = await this.#chat.complete({ messages: judgeMessages(question, piece, id), signal });
    return judgeAnswer(reply, id, question.answer);
  }
}
