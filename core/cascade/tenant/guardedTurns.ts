import { asError } from '../../errors/asError';
import { GuardrailViolation } from '../../guardrails/guardrailViolation';
import { finderOf, type RedactableRule } from '../../guardrails/manager/finderOf';
import { Guardrails } from '../../guardrails/manager/guardrails';
import { redact } from '../../guardrails/redaction/redact';
import type { ChatReply } from '../../models/chatModel';
import type { Turns } from '../agent/turns';
import type { CascadeRequest, CascadeTurn } from '../engine/cascadeRequest';
import { answerStages } from './answerStages';
import { OutputUncheckedError } from './outputUncheckedError';
import { Privacy } from './privacy';
import { RunBlockedError } from './runBlockedError';
import type { RunGuards } from './runGuards';
import { Spending } from './spending';
import { TextPipe } from './textPipe';

/**
 * The turns of one run, between whoever leads the conversation and the cascade that answers. On the one side stand the
 * real values, so that tools, schemas, parsers and memories work with them; on the other side placeholders, in the
 * query, the history, the calls and the results of tools.
 */
export class GuardedTurns implements Turns {
  readonly #turns: Turns;
  readonly #guards: RunGuards;
  readonly #privacy: Privacy | undefined;
  readonly #spending = new Spending();
  readonly #labelled: (text: string) => string;
  readonly #output: Guardrails | undefined;
  #violation: GuardrailViolation | undefined;

  /** @throws {InvalidParameterError} */
  constructor(turns: Turns, guards: RunGuards) {
    const { output, redact: hidden = [], redactOutput = [] } = guards;
    this.#turns = turns;
    this.#guards = guards;
    this.#privacy = hidden.length > 0 ? new Privacy(hidden) : undefined;
    this.#output = output && new Guardrails(output);
    this.#labelled = redactOutput.length > 0 ? labeller(redactOutput) : (text) => text;
  }

  /** Why no answer may be given out, when there is a reason, with the cost of all turns so far. */
  get blocked(): RunBlockedError | undefined {
    return this.#violation && new RunBlockedError('output', this.#violation.violations, this.#spending);
  }

  /**
   * @throws {RunBlockedError} when its text must not be given out
   * @throws {OutputUncheckedError} when nobody can say whether it may be
   * @throws {RedactionsFullError}
   * @throws as the guarded turns do
   */
  async complete(request: CascadeRequest): Promise<CascadeTurn> {
    const messages = this.#privacy?.hideAll(request.messages) ?? request.messages;
    const query = request.query === undefined ? undefined : this.#hide(request.query);
    const pipe = new TextPipe(answerStages(this.#guards, this.#privacy?.values));
    const turn = await this.#turns
      .complete({ ...request, messages, query, ...this.#watched(request, pipe) })
      .catch((error: unknown) => {
        throw this.blocked ?? error;
      });
    await this.#giveRest(request, pipe);
    const text = this.#labelled(turn.reply.text);
    if (turn.reply.toolCalls.length === 0) await this.#check(text, request.signal);
    return { ...turn, reply: this.#restored({ ...turn.reply, text }) };
  }

  #hide(text: string): string {
    return this.#privacy?.hide(text) ?? text;
  }

  #watched({ faultOf, onText, onAttempt }: CascadeRequest, pipe: TextPipe): Partial<CascadeRequest> {
    return {
      faultOf: faultOf && ((draft) => faultOf(this.#shown(draft))),
      onText: onText && ((piece) => this.#give(onText, () => pipe.push(piece))),
      onAttempt: (attempt) => {
        this.#spending.note(attempt);
        onAttempt?.(attempt);
      },
    };
  }

  async #giveRest({ onText }: CascadeRequest, pipe: TextPipe): Promise<void> {
    if (!onText) return;
    await this.#give(onText, () => pipe.end()).catch((error: unknown) => {
      throw this.blocked ?? error;
    });
  }

  async #give(onText: NonNullable<CascadeRequest['onText']>, passed: () => string): Promise<void> {
    const text = await Promise.resolve()
      .then(passed)
      .catch((error: unknown) => {
        if (error instanceof GuardrailViolation) this.#violation = error;
        throw error;
      });
    if (text !== '') await onText(text);
  }

  async #check(text: string, signal: AbortSignal | undefined): Promise<void> {
    const check = await this.#output?.check(text, { signal }).catch((error: unknown) => {
      throw new OutputUncheckedError(asError(error), this.#spending);
    });
    if (check && !check.isSafe) this.#violation = new GuardrailViolation(check.violations);
    if (this.blocked) throw this.blocked;
  }

  #shown(reply: ChatReply): ChatReply {
    return this.#restored({ ...reply, text: this.#labelled(reply.text) });
  }

  #restored(reply: ChatReply): ChatReply {
    return this.#privacy?.restoreReply(reply) ?? reply;
  }
}

function labeller(rules: readonly RedactableRule[]): (text: string) => string {
  const finder = finderOf(rules);
  return (text) => redact(text, finder.find(text)).text;
}
