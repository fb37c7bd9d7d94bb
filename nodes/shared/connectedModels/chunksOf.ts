import type { ChatRequest } from '../../../core';
import { eitherOf, readUntilLeft } from '../readUntilLeft';
import { runnableMessage } from './message';
import type { StreamingRunnable } from './runnable';

/** The chunks of a streamed answer. Who stops reading hangs up. */
export async function* chunksOf(model: StreamingRunnable, { messages, signal }: ChatRequest): AsyncGenerator {
  const left = new AbortController();
  const options = { signal: eitherOf(left, signal), callbacks: [] };
  yield* readUntilLeft(await model.stream(messages.map(runnableMessage), options), left);
}
