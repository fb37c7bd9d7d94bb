import type { Finding, Signal } from '../signal';
import { askedForm } from './format/askedForm';
import { askedLength } from './format/askedLength';
import { askedChoices, names } from './format/choices';
import { containsJson } from './format/containsJson';
import { lengthOf } from './format/lengthOf';
import { askedCount, listedCount, mostNamed } from './format/listCount';
import { asksForJson, asksForYesOrNo } from './format/request';

/** As the first or last word of a sentence or line, in the language of the answer. */
const yesOrNo =
  /(?:^|[.:;!?\n—。，,]\s{0,3})[^\p{L}\p{N}]{0,4}(?:yes|no|ja|nein|oui|non|sí|si|sì|sim|não|да|нет|так|ні|نعم|لا)(?!\p{L})|^[^\p{L}\p{N}]{0,4}(?:是|不|否|对|はい|いいえ|네|아니)|(?<!\p{L})(?:yes|no|ja|nein|oui|non|sí)[*"')]{0,3}(?:[.,:;!\n]|$)/iu;

/** The draft is not in the form that the question asks for: JSON, a plain yes or no, one of some labels, a table. */
export const format: Signal = ({ query, text }) => {
  if (asksForJson(query) && !containsJson(text)) {
    return { strength: 1, reason: 'the question asks for JSON and the draft is not valid JSON' };
  }
  if (asksForYesOrNo(query) && !yesOrNo.test(text.trim())) {
    return { strength: 0.8, reason: 'the question asks for yes or no and the draft says neither' };
  }
  const choices = askedChoices(query);
  if (choices && !names(text, choices)) {
    return {
      strength: 0.6,
      reason: 'the question names the answers to choose from and the draft has none of them',
    };
  }
  const form = askedForm(query);
  return form && !form.isIn(text)
    ? { strength: 0.4, reason: `the question asks for ${form.name} and the draft has none` }
    : undefined;
};

/** The draft lists more or fewer things than it was asked for. */
export const listCount: Signal = ({ query, text }) => {
  const asked = askedCount(query);
  if (asked === undefined) return undefined;
  const listed = listedCount(text) ?? Math.min(asked, mostNamed(text));
  if (listed === asked) return undefined;
  const strength = Math.min(1, (2 * Math.abs(listed - asked)) / asked);
  return { strength, reason: `the question asks for ${String(asked)} and the draft lists ${String(listed)}` };
};

/** Three times too long is as clear as it gets. */
const CLEARLY_OFF = 3;

/** The draft is longer or shorter than the question says. */
export const length: Signal = ({ query, text }) => {
  const asked = askedLength(query);
  if (!asked) return undefined;
  const { unit, least = 0, most = Infinity } = asked;
  const given = lengthOf(text, unit);
  return tooMuch(given / most, `more ${unit}`) ?? tooMuch(least / Math.max(1, given), `fewer ${unit}`);
};

function tooMuch(ratio: number, what: string): Finding | undefined {
  if (ratio <= 1) return undefined;
  const strength = Math.min(1, 0.4 + (ratio - 1) / (CLEARLY_OFF - 1));
  return { strength, reason: `the draft has ${what} than the question asks for` };
}
