import { isValidIBAN } from 'ibantools';
import isAbaRouting from 'validator/lib/isAbaRouting';
import isEAN from 'validator/lib/isEAN';
import isLuhnNumber from 'validator/lib/isLuhnNumber';
import { isVerhoeff } from '../checksums/verhoeff';

/** Whether a match is one of the kind, and no look-alike. */
export type ValueCheck = (value: string) => boolean;

export const valueCheckNames = ['luhn', 'verhoeff', 'iban', 'ean', 'aba_routing'] as const;

export type ValueCheckName = (typeof valueCheckNames)[number];

/** Blanks, dashes and dots in a value count nothing. */
export const VALUE_CHECKS: Readonly<Record<ValueCheckName, ValueCheck>> = {
  luhn: (value) => isNumber(plain(value)) && isLuhnNumber(plain(value)),
  verhoeff: (value) => isNumber(plain(value)) && isVerhoeff(plain(value)),
  iban: (value) => isValidIBAN(plain(value).toUpperCase()),
  ean: (value) => isEAN(plain(value)),
  aba_routing: (value) => isAbaRouting(plain(value)),
};

function plain(value: string): string {
  return value.replace(/[\s.-]/g, '');
}

function isNumber(value: string): boolean {
  return /^\d+$/.test(value);
}
