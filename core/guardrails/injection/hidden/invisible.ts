import type { HiddenText } from './encodings';
import { readableText } from './readable';

/** Tag characters: a copy of ASCII that no screen shows. Behind a black flag a few of them make it another flag. */
const TAGS = /(\u{1f3f4}?)([\u{e0020}-\u{e007e}]{4,})/gu;
const LONGEST_FLAG = 6;
/** Variation selectors in a row: each can carry a byte. */
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{8,}/gu;
/** Characters without a width in a row: each can carry a bit. No script has this many. */
const WIDTHLESS = /[\u200b-\u200d\u2060-\u2064\ufeff]{16,}/g;

const TAG_BASE = 0xe0000;

/** Messages in characters that take no room. */
export function* invisibleIn(text: string): Generator<HiddenText> {
  for (const { 1: flag = '', 2: tags = '', index } of text.matchAll(TAGS)) {
    const letters = Array.from(tags, letterOf);
    if (flag !== '' && letters.length <= LONGEST_FLAG) continue;
    yield { text: letters.join(''), how: 'in invisible characters', place: index };
  }
  for (const { 0: selectors, index } of text.matchAll(SELECTORS)) {
    const hidden = readableText(Uint8Array.from(Array.from(selectors, byteOf)));
    yield { text: hidden ?? '', how: 'in invisible characters', place: index };
  }
  for (const { 0: run, index } of text.matchAll(WIDTHLESS)) {
    yield { text: bitsIn(run), how: 'in invisible characters', place: index };
  }
}

function letterOf(tag: string): string {
  return String.fromCodePoint((tag.codePointAt(0) ?? TAG_BASE) - TAG_BASE);
}

function byteOf(selector: string): number {
  const code = selector.codePointAt(0) ?? 0;
  return code < 0xe0100 ? code - 0xfe00 : code - 0xe0100 + 16;
}

/** The commonest way: no-width space is 0, no-width non-joiner is 1. */
function bitsIn(run: string): string {
  const bits = run
    .replace(/[^\u200b\u200c]/g, '')
    .replaceAll('\u200b', '0')
    .replaceAll('\u200c', '1');
  return readableText(Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))) ?? '';
}
