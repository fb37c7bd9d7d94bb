import { z } from 'zod/v3';

const PATIENCE_MS = 60_000;

const chunkSchema = z.object({
  type: z.enum(['begin', 'item', 'end', 'error']),
  content: z.string().optional(),
  metadata: z.object({ nodeName: z.string(), itemIndex: z.number() }),
});

/** One line of what a streaming trigger sends: https://docs.n8n.io/build/flow-logic/streaming */
export type Chunk = z.output<typeof chunkSchema>;

/** Posts JSON to a trigger that streams, and gives each chunk when it comes. @throws ZodError for anything else */
export async function* liveAnswer(url: string, body: object): AsyncGenerator<Chunk, void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  let rest = '';
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield chunkSchema.parse(JSON.parse(line));
  }
}

/** The texts that a node sent, in order. */
export function textsOf(chunks: readonly Chunk[], nodeName = 'Cascade Agent'): string[] {
  return chunks.flatMap(({ type, content, metadata }) =>
    type === 'item' && content !== undefined && metadata.nodeName === nodeName ? [content] : [],
  );
}
