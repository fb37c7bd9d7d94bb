/**
 * The items of a stream, which is told through a signal when its reader leaves early. The streams of axios (1.21) and of
 * LangChain (`@langchain/core` 1.2) would else wait for the other side's next word before they let go of it.
 */
export async function* readUntilLeft<Item>(
  stream: AsyncIterable<Item>,
  left: AbortController,
): AsyncGenerator<Item> {
  const items = stream[Symbol.asyncIterator]();
  try {
    for (let step = await items.next(); !step.done; step = await items.next()) yield step.value;
  } finally {
    left.abort();
  }
}

/** A signal that also ends what `signal` ends. */
export function eitherOf(left: AbortController, signal: AbortSignal | undefined): AbortSignal {
  return signal ? AbortSignal.any([signal, left.signal]) : left.signal;
}
