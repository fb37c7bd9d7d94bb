/** An error is shorter than this. In characters. */
const LONGEST_ERROR = 65_536;

/** All of a body that arrives in pieces: parsed JSON, or the text itself when it is not JSON. */
export async function wholeBody(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  return jsonOrText(await textOf(bytes, Infinity));
}

/** The body of an error, or as much of it as is read of a page that never ends. */
export async function wholeError(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  return jsonOrText(await textOf(bytes, LONGEST_ERROR));
}

export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of bytes) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) break;
  }
  return text + decoder.decode();
}
