const utf8 = new TextDecoder('utf-8', { fatal: true });

const SHORTEST = 8;
const UNREADABLE = /[\p{Cc}\p{Co}\p{Cn}]/gu;

/** The text that bytes are in UTF-8, or nothing where no person wrote them. */
export function readableText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  if (text === undefined || text.length < SHORTEST) return undefined;
  const unreadable = (text.match(UNREADABLE)?.length ?? 0) - (text.match(/[\n\r\t]/g)?.length ?? 0);
  return unreadable * 20 <= text.length ? text : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
