import { plainText } from '../text/plainText';
import { Evidence } from './evidence';
import { decipheredIn } from './hidden/ciphers';
import { encodedIn, type HiddenText } from './hidden/encodings';
import { invisibleIn } from './hidden/invisible';
import { SIGNS } from './hidden/markup';
import type { LikenessReader } from './model/likeness';
import { addPhrases, type Quotations } from './phrases/addPhrases';
import { withoutExamples } from './phrases/quotation';

/** How texts are read. */
export interface Reading {
  readonly quotations: Quotations;
  /** What each model has learnt to know, by the reason to give. */
  readonly likeness: ReadonlyMap<string, LikenessReader>;
}

/** A hidden text may hide another one; deeper than this nobody goes, and neither would a model. */
const DEEPEST = 2;
/** How sure it makes that somebody hid a text from people, whatever it says. */
const HIDDEN_FROM_PEOPLE = 0.6;

/** All that speaks for an attack in a text and in what is hidden in it. */
export function collectEvidence(text: string, reading: Reading, depth = 0): Evidence {
  const evidence = new Evidence();
  const plain = plainText(text);
  addPhrases(evidence, plain, reading.quotations);
  const told = reading.quotations === 'excused' ? withoutExamples(plain) : plain;
  for (const [reason, read] of reading.likeness) {
    for (const { strength, place } of read(told)) {
      evidence.add(reason, strength, place * told.length);
    }
  }
  for (const { reason, strength, pattern } of SIGNS) {
    const place = text.search(pattern);
    if (place >= 0) evidence.add(reason, strength, place);
  }
  const invisible = [...invisibleIn(text)];
  for (const { how, place } of invisible) evidence.add(`hides text ${how}`, HIDDEN_FROM_PEOPLE, place);
  if (depth === DEEPEST) return evidence;
  for (const hidden of [...invisible, ...encodedIn(text), ...decipheredIn(text)]) {
    addHidden(evidence, hidden, collectEvidence(hidden.text, reading, depth + 1));
  }
  return evidence;
}

/** What is hidden is as bad as if it stood there openly. */
function addHidden(evidence: Evidence, { how, place }: HiddenText, inside: Evidence): void {
  const { score } = inside;
  for (const reason of inside.reasons()) evidence.add(`${reason}, hidden ${how}`, score, place);
}
