import { countrySpecs, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import type { TextView } from '../../text/textView';
import type { Candidate, EntityDetector } from '../entityDetector';

/** International bank account numbers whose checksum holds, in one piece or in groups. */
export const ibanDetector: EntityDetector<'iban'> = { type: 'iban', find: findIbans };

const SURE = 0.97;
/** The checksum of ISO 13616 holds, that of the national account number in it does not: still surer than a card in it. */
const LIKELY = 0.92;

/** Longest gap between two groups, in characters. */
const LONGEST_GAP = 3;
const GAP = '- \t\r\n./_';

function* findIbans({ text }: TextView): Generator<Candidate> {
  const beginning = /(?<![\p{L}\p{N}])[A-Z] ?[A-Z] ?[0-9] ?[0-9]/giu;
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const country = match[0].replace(' ', '').slice(0, 2).toUpperCase();
    const length = lengths.get(country);
    const read = length === undefined ? undefined : readCharacters(text, match.index, length);
    const confidence = read === undefined ? 0 : confidenceOf(read.characters);
    if (read !== undefined && confidence > 0) yield { start: match.index, end: read.end, confidence };
  }
}

const lengths = new Map(
  Object.entries(countrySpecs).flatMap(([country, { chars }]) =>
    typeof chars === 'number' ? [[country, chars] as const] : [],
  ),
);

interface Read {
  readonly characters: string;
  readonly end: number;
}

/** As many letters and digits as the country's numbers have; what follows must not be one more. */
function readCharacters(text: string, start: number, length: number): Read | undefined {
  const end = endOfCharacters(text, start, length);
  if (end === undefined || /[\p{L}\p{N}]/u.test(text.charAt(end))) return undefined;
  return {
    characters: text
      .slice(start, end)
      .replace(/[^0-9A-Z]+/gi, '')
      .toUpperCase(),
    end,
  };
}

function endOfCharacters(text: string, start: number, length: number): number | undefined {
  let read = 0;
  let gap = 0;
  for (let position = start; position < text.length; position += 1) {
    if (isCharacter(text.charCodeAt(position))) {
      read += 1;
      gap = 0;
      if (read === length) return position + 1;
    } else {
      gap += 1;
      if (gap > LONGEST_GAP || !GAP.includes(text.charAt(position))) return undefined;
    }
  }
  return undefined;
}

function isCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function confidenceOf(iban: string): number {
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return SURE;
  const isNationalFault = errorCodes.every(
    (code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
  );
  return isNationalFault ? LIKELY : 0;
}
