/**
 * Unsigned, with a currency sign, thousands separators and decimals as people write them, with points or commas for
 * either; `0x10` is none.
 */
export const WRITTEN_NUMBER = String.raw`[$€£]?(?!0x)(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?|\d{1,3}(?:\.\d{3}){1,5},\d{1,4}|\d{1,15}(?:\.\d{1,10}|,\d{1,4}(?![\d,]))?)`;
export const OPERATOR = '[-+*/×÷−xX]';

/** A number as it was meant, and how many decimals of it were written. */
export interface Numeral {
  readonly value: number;
  readonly decimals: number;
}

/** What a written number means. */
export type Reading = (written: string) => Numeral;

const english: Reading = (written) => ({
  value: Number(written.replace(/[$€£,]/gu, '')),
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
