import { plainText } from '../text/plainText';
import { blend } from './blend';
import { MODERATION_CATEGORIES, type ModerationCategory, type ModerationScores } from './categories';
import { modelScores } from './model/modelScores';
import { patternScores } from './patterns/patternScores';

/** A text is judged in pieces of about so many characters, so that its harmless parts cannot hide a harmful one. */
const PIECE = 3_000;
/** Pieces end at a sentence's end, when there is one within so many characters. */
const SENTENCE_REACH = 300;

/** What this package itself makes of a text, offline: who does what to whom in it, and what its words are like. */
export function builtInScores(text: string): ModerationScores {
  const highest: Record<ModerationCategory, number> = {
    hate: 0,
    harassment: 0,
    'self-harm': 0,
    sexual: 0,
    'sexual/minors': 0,
    violence: 0,
  };
  for (const piece of piecesOf(plainText(text))) {
    const scores = blend(patternScores(piece), modelScores(piece), wordsIn(piece));
    for (const category of MODERATION_CATEGORIES) {
      highest[category] = Math.max(highest[category], scores[category]);
    }
  }
  return highest;
}

/** Of a plain text, which has one blank between words. */
function wordsIn(plain: string): number {
  let words = 1;
  for (let blank = plain.indexOf(' '); blank >= 0; blank = plain.indexOf(' ', blank + 1)) words += 1;
  return words;
}

function* piecesOf(plain: string): Generator<string> {
  for (let start = 0; start < plain.length;) {
    const end = endOfPiece(plain, start + PIECE);
    yield plain.slice(start, end);
    start = end;
  }
}

function endOfPiece(plain: string, wanted: number): number {
  if (wanted + SENTENCE_REACH >= plain.length) return plain.length;
  const sentenceEnd = plain.slice(wanted, wanted + SENTENCE_REACH).search(/[.!?] /);
  return sentenceEnd < 0 ? wanted : wanted + sentenceEnd + 1;
}
