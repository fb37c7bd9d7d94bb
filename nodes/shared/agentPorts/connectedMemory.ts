import { NodeConnectionTypes, NodeOperationError, type NodeExecutionHint } from 'n8n-workflow';
import { asError, withTimeLimit, type ChatMessage, type Clock } from '../../../core';
import type { ModelContext } from '../modelContext';
import { asRecord, isRecord } from '../shape';
import { warning } from '../tenants/storeHints';
import { memoryMessages } from './memoryMessage';
import { supplied } from './supplied';

/** What was said before. */
export interface ConversationMemory {
  /**
   * The messages so far, the oldest first.
   *
   * @throws {NodeOperationError} when the memory fails or takes too long: an answer that ignores what was said before
   *   would be a wrong one
   */
  load(): Promise<ChatMessage[]>;
  /**
   * Adds a query and its answer. A memory that fails costs nobody the answer that was paid for.
   *
   * @returns a hint when they could not be kept
   */
  save(query: string, answer: string): Promise<NodeExecutionHint | undefined>;
}

export interface MemoryOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one use of the memory; 30 s when left out. */
  readonly timeoutMs?: number;
}

/** What is used of a memory of n8n. Its class belongs to n8n, so it is known by its shape alone. */
interface SuppliedMemory {
  loadMemoryVariables(values: object): Promise<unknown>;
  saveContext(input: { readonly input: string }, output: { readonly output: string }): Promise<unknown>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * The connected memory; undefined without one.
 *
 * @throws {TypeError} when the sub-node supplies something else
 * @throws what the sub-node throws while it sets up its memory
 */
export async function connectedMemory(
  context: ModelContext,
  itemIndex: number,
  { clock, signal, timeoutMs = DEFAULT_TIMEOUT_MS }: MemoryOptions,
): Promise<ConversationMemory | undefined> {
  const [memory] = await supplied(context, NodeConnectionTypes.AiMemory, itemIndex);
  if (memory === undefined) return undefined;
  if (!isMemory(memory)) throw new TypeError('The connected sub-node is not a memory');
  const inTime = (work: () => Promise<unknown>) => withTimeLimit({ clock, timeoutMs, signal, late }, work);
  return {
    load: async () => {
      const variables = await inTime(() => memory.loadMemoryVariables({})).catch((error: unknown) => {
        signal?.throwIfAborted();
        throw new NodeOperationError(context.getNode(), 'The connected memory could not be read', {
          itemIndex,
          description: asError(error).message,
        });
      });
      return memoryMessages(historyIn(variables, memory));
    },
    save: async (query, answer) =>
      await inTime(() => memory.saveContext({ input: query }, { output: answer })).then(
        () => undefined,
        (error: unknown) => warning(`An answer could not be kept in the memory. ${asError(error).message}`),
      ),
  };
}

function late(timeoutMs: number): Error {
  return new Error(`It did not answer within ${String(timeoutMs / 1000)} s.`);
}

/** All memories of n8n 2.40 call it `chat_history`; one of another package may not. */
function historyIn(variables: unknown, memory: object): readonly unknown[] {
  const own: unknown = 'memoryKey' in memory ? memory.memoryKey : undefined;
  const history = asRecord(variables)[typeof own === 'string' ? own : 'chat_history'];
  return Array.isArray(history) ? history : [];
}

function isMemory(value: unknown): value is SuppliedMemory {
  return (
    isRecord(value) &&
    typeof value['loadMemoryVariables'] === 'function' &&
    typeof value['saveContext'] === 'function'
  );
}
