import { Cascade, readSettings, type ChatModel } from '../../../../core';
import { CascadeChat } from '../../../../nodes/CascadeChatModel/cascadeChat';
import { RunLog } from '../../../../nodes/CascadeChatModel/runLog';
import { loggingContext, type KeptRun } from './loggingContext';

const names = ['small', 'large'];

export interface Chat {
  readonly chat: CascadeChat;
  readonly runs: readonly KeptRun[];
}

/** A drafter and a verifier as one chat model. Tools have JSON schemas. */
export function chatOf(
  models: readonly [ChatModel, ChatModel],
  { signal, countsTokens = true }: { signal?: AbortSignal; countsTokens?: boolean } = {},
): Chat {
  const settings = readSettings({ routing: 'draft_first', retries: 0, whenVerifierFails: 'fail' });
  const cascade = new Cascade({
    models: models.map((chat, index) => ({ name: names[index] ?? '', chat })),
    settings,
  });
  const { context, runs } = loggingContext();
  const chat = new CascadeChat({
    models: names,
    complete: (request) => cascade.complete(request),
    log: new RunLog(context, { itemIndex: 0, labels: new Map(), countsTokens }),
    schemaOf: ({ inputSchema }) => inputSchema,
    signal,
  });
  return { chat, runs };
}
