/** As much of a provider's message as is shown, in UTF-16 units. */
const LONGEST_MESSAGE = 300;
/** So many characters in a row that the text has too are taken from it; fewer may be words that both happen to have. */
const LONG_ENOUGH = 20;
const SHORTEST_ECHO = 4;
/** Numbers and addresses are taken from the text however short. */
const TELLING_WORD = /[\p{L}\p{N}][\p{L}\p{N}@._+-]*[\p{L}\p{N}]/gu;
const IS_TELLING = /[\p{N}@]/u;

/**
 * What a provider says, without what it repeats of the text that it was asked about: it is shown to people, stored and
 * sent on, where the text may not go.
 */
export function withoutEcho(message: string, text: string): string {
  const shown = message.slice(0, LONGEST_MESSAGE);
  const known = text.toLowerCase();
  const isEcho = new Array<boolean>(shown.length).fill(false);
  for (const [start, end] of [...runs(shown, text), ...tellingWords(shown)]) {
    if (known.includes(shown.slice(start, end).toLowerCase())) isEcho.fill(true, start, end);
  }
  const kept = Array.from(isEcho, (hidden, index) => (hidden ? '…' : shown.charAt(index)));
  return [...kept, message.length > LONGEST_MESSAGE ? '…' : ''].join('').replace(/…+/g, '…');
}

type Place = readonly [start: number, end: number];

/** Every run of characters that is long enough to be an echo; a short text is one as a whole. */
function* runs(message: string, text: string): Generator<Place> {
  const length = Math.min(LONG_ENOUGH, Math.max(SHORTEST_ECHO, text.trim().length));
  for (let start = 0; start + length <= message.length; start += 1) yield [start, start + length];
}

function* tellingWords(message: string): Generator<Place> {
  for (const { index, 0: word } of message.matchAll(TELLING_WORD)) {
    if (word.length >= SHORTEST_ECHO && IS_TELLING.test(word)) yield [index, index + word.length];
  }
}
