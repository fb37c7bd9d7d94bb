/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): a number of seconds or an HTTP date.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds to wait, never negative; `undefined` when the header is missing or unreadable
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const seconds = numberOf(header);
  if (seconds !== undefined) return Math.max(0, seconds * 1000);
  // Date.parse alone would read "soon 5" as the first of May 2001.
  const date = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)/i.test(header ?? '')
    ? Date.parse(header ?? '')
    : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * How long an answer asks to wait: in `retry-after-ms`, with which OpenAI and Azure are more exact, else in `Retry-After`.
 *
 * @param header gives the value of a header, asked for in lower case
 * @param now milliseconds since the epoch
 * @returns milliseconds, never negative; `undefined` when the answer does not say
 */
export function askedWaitMs(header: (name: string) => string | undefined, now: number): number | undefined {
  const exact = numberOf(header('retry-after-ms'));
  return exact === undefined ? retryAfterMs(header('retry-after'), now) : Math.max(0, exact);
}

function numberOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const number = Number(header);
  return Number.isFinite(number) ? number : undefined;
}
