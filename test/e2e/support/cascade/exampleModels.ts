import type { Behaviour, ToolCall } from '../../../../scripts/modelServer/behaviour.mts';
import { lastTextOf, textOf, type ModelRequest } from '../../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../../scripts/modelServer/server.mts';

/** What drafters and verifiers say to the same question. */
export interface Script {
  readonly draft: Behaviour;
  readonly final: Behaviour;
}

const usage = { inputTokens: 1000, outputTokens: 100 };

export function reply(text: string, more: { readonly chunkDelayMs?: number } = {}): Behaviour {
  return { kind: 'reply', text, usage, ...more };
}

export function calling(...toolCalls: readonly ToolCall[]): Behaviour {
  return { kind: 'reply', text: '', toolCalls, usage };
}

export const REFUSING = reply("I'm sorry, but I can't help with that.");
export const FAILING: Behaviour = { kind: 'error', status: 500, message: 'The server had an error' };

/** A good draft. */
export function drafted(text: string): Script {
  return { draft: reply(text), final: reply(`${text} (verified)`) };
}

/** A draft that will not do. */
export function escalated(final: Behaviour): Script {
  return { draft: REFUSING, final };
}

/** The model that drafts in the examples; all others verify. */
export const DRAFTER = 'gpt-4o-mini';

/** Models that know what to say to a question, and pass on what a tool said. */
export function startScriptedModels(scripts: ReadonlyMap<string, Script>): Promise<ModelServer> {
  return ModelServer.start((request) => behaviourOf(scripts, request));
}

function behaviourOf(scripts: ReadonlyMap<string, Script>, { body }: ModelRequest): Behaviour {
  const last = body.messages.at(-1);
  if (last?.role === 'tool') return reply(`${body.model} was told: ${textOf(last)}`);
  const question = lastTextOf('user', body);
  const script = scripts.get(question) ?? drafted(`I was asked: ${question}`);
  return body.model === DRAFTER ? script.draft : script.final;
}

/** The names of the models that were asked, in order. */
export function modelsAsked({ requests }: ModelServer): string[] {
  return requests.map(({ body }) => body.model);
}
