import { CircuitBreakers } from '../../../../core/cascade/engine/breakers/circuitBreakers';
import { Cascade } from '../../../../core/cascade/engine/cascade';
import type { CascadeModel } from '../../../../core/cascade/engine/cascadeModel';
import type { CascadeParts } from '../../../../core/cascade/engine/cascadeParts';
import type { CascadeRequest, CascadeTurn } from '../../../../core/cascade/engine/cascadeRequest';
import type { MadeAttempt } from '../../../../core/cascade/engine/report';
import { assessDraft } from '../../../../core/cascade/quality/assessDraft';
import { readSettings, type CascadeSettings } from '../../../../core/cascade/settings';
import type { ChatRequest, ChatStreamPart } from '../../../../core/models/chatModel';
import {
  ChatModelError,
  type ChatModelErrorDetails,
  type ChatModelFault,
} from '../../../../core/models/chatModelError';
import { FakeClock } from '../../../support/fakeClock';
import { says, ScriptedModel, type Act } from '../../../support/scriptedModel';

export const QUERY = 'What is the capital of Japan?';
export const GOOD = 'The capital of Japan is Tokyo.';
export const REFUSAL = "I'm sorry, but I can't help with that.";

export const good = says(GOOD);
export const refuses = says(REFUSAL);

export function fault(
  of: ChatModelFault,
  details: Omit<ChatModelErrorDetails, 'fault' | 'cause'> = {},
): ChatModelError {
  return new ChatModelError(`fault: ${of}`, { fault: of, ...details });
}

/** Does one thing after the other, and the last for ever. */
export function inTurn(...acts: readonly [Act, ...Act[]]): Act {
  let next = 0;
  return (request) => {
    const act = acts[Math.min(next, acts.length - 1)] ?? acts[0];
    next += 1;
    return act(request);
  };
}

export type Pieces = (request: ChatRequest) => AsyncIterable<ChatStreamPart>;

/** A model that also streams. */
export class StreamingModel extends ScriptedModel {
  readonly #pieces: Pieces;

  constructor(pieces: Pieces) {
    super(() => Promise.reject(new Error('It should have been asked to stream')));
    this.#pieces = pieces;
  }

  stream(request: ChatRequest): AsyncIterable<ChatStreamPart> {
    this.requests.push(request);
    return this.#pieces(request);
  }
}

/** Streams the texts, with the usage of `says`, and fails at the end when told to. */
export function streams(texts: readonly string[], failure?: Error): Pieces {
  return async function* (request) {
    for (const text of texts) yield { type: 'text', text };
    if (failure) throw failure;
    yield { type: 'end', reply: await says(texts.join(''))(request) };
  };
}

export interface StageOptions extends Partial<Omit<CascadeParts, 'settings' | 'models' | 'clock'>> {
  readonly settings?: CascadeSettings;
  /** In place of the prices that make the sums easy: 1 and 10 dollars a million tokens, each way. */
  readonly price?: (index: number) => CascadeModel['price'];
}

/** Models that do as told, last the verifier, in a cascade whose time goes by by itself. */
export function stage(acts: readonly (Act | StreamingModel)[], options: StageOptions = {}) {
  const {
    settings = {},
    price = priceUpTo(acts.length - 1),
    breakers = new CircuitBreakers(),
    ...parts
  } = options;
  const clock = new FakeClock();
  const chats = acts.map((act) => (act instanceof StreamingModel ? act : new ScriptedModel(act)));
  const models = chats.map((chat, index) => ({
    name: `model ${String(index + 1)}`,
    chat,
    price: price(index),
  }));
  const read = readSettings(settings);
  const cascade = new Cascade({ random: () => 0.5, ...parts, models, settings: read, clock, breakers });
  const made: MadeAttempt[] = [];
  const begun = (request: Partial<CascadeRequest> = {}) =>
    cascade.complete({
      messages: [{ role: 'user', content: QUERY }],
      onAttempt: (attempt) => made.push(attempt),
      ...request,
    });
  return {
    cascade,
    chats,
    clock,
    models,
    breakers,
    /** What `onAttempt` was told. */
    made,
    asked: () => chats.map(({ requests }) => requests.length),
    begun,
    ask: (request?: Partial<CascadeRequest>): Promise<CascadeTurn> => played(clock, begun(request)),
  };
}

function priceUpTo(last: number) {
  return (index: number) => {
    const perMillion = index === last ? 10 : 1;
    return { inputPerMillion: perMillion, outputPerMillion: perMillion };
  };
}

const STEP_MS = 250;

/** Lets the time go by until the work is done. */
export async function played<Result>(clock: FakeClock, work: Promise<Result>): Promise<Result> {
  const progress = { isOver: false };
  const over = () => {
    progress.isOver = true;
  };
  work.then(over, over);
  await clock.advance(0);
  while (!progress.isOver) await clock.advance(STEP_MS);
  return work;
}

/** What work failed with. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('It should have failed');
    },
    (error: unknown) => error,
  );
}

/** How sure the cascade is of a draft that it knows nothing else about. */
export function confidenceIn(draft: string): number {
  return assessDraft({ query: QUERY, draft, finishReason: 'stop' }).confidence;
}
