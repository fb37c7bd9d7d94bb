/**
 * Unsigned, with a currency sign, thousands separators and decimals as people write them, with points or commas for
 * either; `0x10` is none.
 */
export const WRITTEN_NUMBER = String.raw`[$€£]?(?!0x)(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?|\d{1,3}(?:\.\d{3}){1,5},\d{1,4}|\d{1,15}(?:\.\d{1,10}|,\d{1,4}(?![\d,]))?)`;
/**
 * Letters and digits of all scripts but the rarest, as ranges within a set: patterns with `\p{L}` take milliseconds to
 * prepare, and a decision has to be fast the first time, too.
 */
export const LETTERS = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\uffdc`;
export const NUMERALS = String.raw`\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u218b`;
export const OPERATOR = '[-+*/×÷−xX]';

/** A number as it was meant, and how many decimals of it were written. */
export interface Numeral {
  readonly value: number;
  readonly decimals: number;
}

/** What a written number means. */
export type Reading = (written: string) => Numeral;

const english: Reading = (written) => ({
  value: Number(written.replace(/[$€£,]/g, '')),
  decimals: written.split('.')[1]?.length ?? 0,
});

/** `1.000` is a thousand in half of the world, and `2,5` is two and a half. */
const continental: Reading = (written) => {
  const thousands = /^\D{0,2}\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written);
  const pointless = thousands ? written.replaceAll('.', '') : written;
  return english(
    /,\d+$/.test(pointless) && !/,\d{3},/.test(pointless) ? pointless.replace(',', '.') : pointless,
  );
};

export const readings: readonly Reading[] = [english, continental];
