import { LetterPattern } from '../text/letterPattern';

const TOKEN = new LetterPattern(/[\p{L}]+(?:'[\p{L}]+)?|[\p{N}]+|[!?]/gu);

/** The words, numbers, question and exclamation marks of a text, in order. What else separates words is left out. */
export function tokensOf(plain: string): readonly string[] {
  return plain.match(TOKEN.for(plain)) ?? [];
}
