import type { DigitWindow } from '../../scan/digitWindow';

/** What is grouped like a phone number and is none: dates, years, addresses, decimals, ISBNs, social security numbers. */
export function isOtherNumber(window: DigitWindow, hasPlus: boolean): boolean {
  const { written } = window;
  return (
    DATE.test(written) ||
    YEARS.test(written) ||
    (ISBN.test(written) && window.groupCount !== 3) ||
    window.shape === '324' ||
    NUMBERED_BY_YEAR.test(written) ||
    ZIP_CODE.test(written) ||
    isRound(window) ||
    isCounting(window) ||
    isDottedNumber(window, hasPlus)
  );
}

const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)[0-9]{2}';

/** Whatever a date is in: `2024-01-15 10`, `0 / 31.12.1999`, `20240115123045`. */
const DATE = new RegExp(
  `(?:^|[\\s/])(?:${YEAR}[-./]${MONTH}[-./]${DAY}|${DAY}[-./]${MONTH}[-./]${YEAR}|${MONTH}[-./]${DAY}[-./]${YEAR})(?![0-9])|` +
    `^${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{6})?$|` +
    `^(?:${DAY}([-./])${MONTH}\\1|${MONTH}([-./])${DAY}\\2)[0-9]{2}$`,
);

const YEARS = new RegExp(`^${YEAR}\\s?[-/ ]\\s?${YEAR}$`);
/** `2024-123456`, a file or a case. */
const NUMBERED_BY_YEAR = new RegExp(`^${YEAR}[-/][0-9]+$`);

/** In one piece or in five; three groups that begin so are a phone number in Texas or Massachusetts. */
const ISBN = /^97[89][- ]?[0-9]/;

/** `12345-6789`, of the United States. */
const ZIP_CODE = /^[0-9]{5}-[0-9]{4}$/;

/** `1500000`. */
function isRound({ groupCount, digits }: DigitWindow): boolean {
  return groupCount === 1 && digits.length < 10 && digits.endsWith('000');
}

/** `0123456789`: all digits, in their order. */
function isCounting({ groupCount, digits }: DigitWindow): boolean {
  return groupCount === 1 && '01234567890'.includes(digits);
}

/** `192.168.100.2000`, `3.14159265`: dots in groups that phone numbers do not have; with a plus, they have four. */
function isDottedNumber({ groupCount, shape, gaps }: DigitWindow, hasPlus: boolean): boolean {
  if (gaps.length === 0 || gaps.some((gap) => gap !== '.')) return false;
  return groupCount === 2 || (!hasPlus && groupCount === 4 && shape !== '2222');
}
