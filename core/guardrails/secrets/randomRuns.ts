import type { SecretCandidate, SecretRule } from './candidate';
import { isFilling } from './likeness/placeholder';
import { RANDOM, randomnessOf } from './likeness/randomness';

/** A longer run is encoded data: a picture, a document. */
const LONGEST_KEY = 256;
const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;

/** How far back the words are read that say what a run is. */
const CONTEXT = 256;
const NEAR = 48;

const SECRET_WORDS = /key|secret|token|passw|credential|\bauth|\bpwd\b|private|bearer|login|clave|schlüssel/i;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
const HEX = /^(?:0x)?[\da-f-]+$/i;
/** `sha512-…` of package locks, `integrity`, `data:image/png;base64,…`. */
const CHECKSUM = /^(?:sha|md)\d{1,3}-/i;
/** Public keys of SSH, publishable keys of Stripe and Supabase, contents of IPFS. */
const PUBLIC = /^(?:AAAA[BCE]|pk_(?:live|test)_|sb_publishable_|Qm[1-9A-HJ-NP-Za-km-z]{44}$)/;
const ENCODED_DATA = /base64[, ]{1,2}$/i;
/** In an address random parts are ids of pages and files; names of files and of packages have an ending. */
const ADDRESS = ['://', 'www.'];
const BEFORE_WORD = ' \t\r\n"\'<>';
const FILE_ENDING = /^\.[A-Za-z][A-Za-z\d]{0,4}(?![A-Za-z\d])/;
/** A line of a certificate, a signature, a public key: after its header, or after a full line of the same. */
const LINE_OF_BLOCK = /(?:-----|[A-Za-z0-9+/=]{60})["',+ ]{0,6}(?:\\r)?(?:\\n?|\r?\n[ \t>]{0,8}){1,2}["']?$/;
const LONGEST_LINE_END = 100;

/** Runs of letters and digits that no person writes, in no known format. */
export const randomRuns: SecretRule = function* (text) {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (run.length > LONGEST_KEY || isFilling(run)) continue;
    const before = text.slice(Math.max(0, index - CONTEXT), index);
    const after = text.slice(index + run.length, index + run.length + 8);
    if (isSomethingElse(run, before, after)) continue;
    const confidence = confidenceIn(run, before);
    if (confidence > 0) yield candidateOf(index, run, confidence);
  }
};

function isSomethingElse(run: string, before: string, after: string): boolean {
  return (
    UUID.test(run) ||
    CHECKSUM.test(run) ||
    PUBLIC.test(run) ||
    ENCODED_DATA.test(before) ||
    isInAddress(before) ||
    isInBlock(before) ||
    FILE_ENDING.test(after)
  );
}

function isInAddress(before: string): boolean {
  let start = before.length;
  while (start > 0 && !BEFORE_WORD.includes(before.charAt(start - 1))) start -= 1;
  const word = before.slice(start);
  return ADDRESS.some((mark) => word.includes(mark));
}

function isInBlock(before: string): boolean {
  return /[\s\\>"']$/.test(before) && LINE_OF_BLOCK.test(before.slice(-LONGEST_LINE_END));
}

function confidenceIn(run: string, before: string): number {
  const isNamed = SECRET_WORDS.test(before.slice(-NEAR));
  if (HEX.test(run)) return run.length < 32 ? 0 : isNamed ? 0.55 : 0.35;
  if (isPath(run) || randomnessOf(run) < RANDOM) return 0;
  if (!hasAllKinds(run)) return isNamed ? 0.55 : 0.35;
  return isNamed ? 0.8 : 0.6;
}

function hasAllKinds(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

/** Names joined by strokes: one part made of words is enough, since encoded bytes have none. */
function isPath(run: string): boolean {
  const parts = run.split(/[/_-]/).filter((part) => part.length >= 5);
  return parts.length > 0 && run.length > parts.length && /[/_-]/.test(run) && parts.some(isWord);
}

function isWord(part: string): boolean {
  return /^[A-Z]?[a-z]+$/.test(part) && randomnessOf(part) < 0.25;
}

function candidateOf(start: number, run: string, confidence: number): SecretCandidate {
  return { type: 'high_entropy_string', start, end: start + run.length, confidence, shown: '' };
}
