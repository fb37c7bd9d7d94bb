/** Unsigned, with a currency sign, thousands separators and decimals as people write them; `0x10` is none. */
export const WRITTEN_NUMBER = String.raw`[$€£]?(?!0x)(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,10})?`;
export const OPERATOR = '[-+*/×÷−x]';

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

/** `1.000` is a thousand in half of the world. */
const continental: Reading = (written) =>
  english(/^\D{0,2}\d{1,3}\.\d{3}$/.test(written) ? written.replace('.', '') : written);

export const readings: readonly Reading[] = [english, continental];
