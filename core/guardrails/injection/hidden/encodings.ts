import { bytesOfBase64 } from './base64';
import { readableText } from './readable';

/** A text that stands in another one in a form that only a machine reads. */
export interface HiddenText {
  readonly text: string;
  /** In the user's words, to stand after "instructions hidden ". */
  readonly how: string;
  /** Where it stands, in characters. */
  readonly place: number;
}

type Encoding = (text: string) => Iterable<HiddenText>;

/** All that is encoded in a text, each piece once, decoded once. */
export function* encodedIn(text: string): Generator<HiddenText> {
  for (const encoding of ENCODINGS) yield* encoding(text);
}

/** One piece or several lines of it. */
const BASE64 = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]{16,})*/g;
const HEX = /(?<![0-9a-z])(?:(?:\\x|0x)?[0-9a-f]{2}[ ,:]?){10,}/gi;
const BINARY = /(?:[01]{8}[ ,]?){8,}/g;
const ESCAPES = /(?:%[0-9a-f]{2})+|\\u\{?[0-9a-f]{4,6}\}?|&#\d{2,7};|&#x[0-9a-f]{2,6};/gi;
const FEWEST_ESCAPES = 4;

function pieces(pattern: RegExp, how: string, decode: (piece: string) => Uint8Array): Encoding {
  return function* (text) {
    for (const { 0: piece, index } of text.matchAll(pattern)) {
      const hidden = readableText(decode(piece));
      if (hidden !== undefined) yield { text: hidden, how, place: index };
    }
  };
}

/** Escapes may stand for single letters, so the text around them is read with them. */
function* unescaped(text: string): Generator<HiddenText> {
  const places = [...text.matchAll(ESCAPES)];
  const [first] = places;
  const escapes = places.reduce((sum, { 0: { length } }) => sum + length / 3, 0);
  if (first === undefined || escapes < FEWEST_ESCAPES) return;
  yield { text: text.replace(ESCAPES, meaning), how: 'in escapes', place: first.index };
}

function meaning(escape: string): string {
  if (escape.startsWith('%'))
    return (
      readableText(bytesOfHex(escape)) ?? escape.replace(/%20/g, ' ').replace(/%([2-7][0-9a-f])/gi, fromHex)
    );
  const digits = /[0-9a-f]{2,}/i.exec(escape)?.[0] ?? '';
  const code = /^&#\d/.test(escape) ? Number(digits) : Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}

function fromHex(_escape: string, digits: string): string {
  return String.fromCodePoint(Number.parseInt(digits, 16));
}

function bytesOfHex(piece: string): Uint8Array {
  const pairs = piece.replace(/\\x|0x/gi, '').match(/[0-9a-f]{2}/gi) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

function bytesOfBinary(piece: string): Uint8Array {
  return Uint8Array.from(piece.match(/[01]{8}/g) ?? [], (bits) => Number.parseInt(bits, 2));
}

const ENCODINGS: readonly Encoding[] = [
  pieces(BASE64, 'in Base64', bytesOfBase64),
  pieces(HEX, 'in hexadecimal', bytesOfHex),
  pieces(BINARY, 'in binary', bytesOfBinary),
  unescaped,
];
