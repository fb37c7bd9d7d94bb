import { createParser } from 'eventsource-parser';

/**
 * The data of each server-sent event (HTML Living Standard, "Server-sent events") in bytes that may be cut anywhere,
 * within a character or a line as well. An event whose lines did not all arrive is no event.
 */
export async function* serverSentEvents(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const arrived: string[] = [];
  const parser = createParser({
    onEvent: ({ data }) => {
      arrived.push(data);
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* arrived.splice(0);
  }
  // Some servers leave out the empty line after their last event.
  parser.feed('\n');
  yield* arrived;
}
