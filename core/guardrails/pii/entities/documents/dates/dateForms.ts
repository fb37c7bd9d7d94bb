import { form } from '../form';
import { MONTH_NAME, monthNamed } from './monthNames';
import { isRealDate } from './realDate';

const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const SHORT_YEAR = String.raw`(?<year>(?:19|20)\d{2}|'?\d{2})`;
const NUMBER = (name: string) => String.raw`(?<${name}>\d{1,2})`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|[.º])?`;
const MONTH = `(?<month>${MONTH_NAME})\\.?`;
const GAP = "(?: of | de | del | d'|[ /,-]{1,2})";

/**
 * The ways in which days of the twentieth and the twenty-first century are written, in digits or with the month's name. The
 * groups are `year` and `month` and `day`, or `one` and `other` where either may be the month.
 */
export const DATE_FORMS: readonly RegExp[] = [
  form(`${YEAR}([-/.])${NUMBER('month')}\\2${NUMBER('day')}`),
  form(`${NUMBER('one')}([-/ ]|\\. ?)${NUMBER('other')}\\2${SHORT_YEAR}`),
  form(String.raw`(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})`),
  form(`${DAY}${GAP}${MONTH}${GAP}${SHORT_YEAR}`),
  form(`${MONTH}[ -]${DAY},?[ -]${YEAR}`),
  form(`${YEAR}[ -]${MONTH}[ -]${DAY}`),
];

/** Whether what a form found is a day that the calendar has. */
export function isDay({ groups = {} }: RegExpExecArray): boolean {
  const year = yearIn(groups['year'] ?? '');
  const one = Number(groups['one']);
  const other = Number(groups['other']);
  if (isRealDate(year, one, other) || isRealDate(year, other, one)) return true;
  return isRealDate(year, monthIn(groups['month'] ?? ''), Number(groups['day']));
}

/** Of two digits the century does not matter: 1900 was no leap year, but nobody means it by `00`. */
function yearIn(written: string): number {
  const digits = written.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function monthIn(written: string): number {
  return monthNamed(written) ?? Number(written);
}
