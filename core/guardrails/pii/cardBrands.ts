/**
 * Issuer identification numbers (ISO/IEC 7812) with the lengths that the brands give their numbers. JCB has 3528 to 3589
 * in use; nobody else has the rest of 35, and test numbers are taken from it.
 */
const BRANDS = {
  visa: String.raw`4(?:\d{12}|\d{15}|\d{18})`,
  mastercard: String.raw`(?:5[1-5]\d{4}|222[1-9]\d\d|22[3-9]\d{3}|2[3-6]\d{4}|27[01]\d{3}|2720\d\d)\d{10}`,
  americanExpress: String.raw`3[47]\d{13}`,
  dinersClub: String.raw`(?:30[0-5]|309|36\d|3[89]\d)\d{11,16}`,
  discover: String.raw`(?:6011|64[4-9]\d|65\d\d)\d{12,15}`,
  jcb: String.raw`(?:35(?:2[89]|[3-8]\d)\d{12,15}|35\d{14}|(?:2131|1800)\d{11})`,
  unionPay: String.raw`(?:62|81)\d{14,17}`,
  maestro: String.raw`(?:50\d\d|5[6-8]\d\d|6304|6390|67\d\d)\d{8,15}`,
  mir: String.raw`220[0-4]\d{12,15}`,
  ruPay: String.raw`(?:60\d\d|508[2-9])\d{12}`,
  elo: String.raw`(?:4011|4312|4389|4514|4576|5041|5066|5090|6277|636[23])\d{12}`,
  troyUzcardHumo: String.raw`(?:9792|8600|9860)\d{12}`,
};

const OF_ANY_BRAND = new RegExp(`^(?:${Object.values(BRANDS).join('|')})$`);

/** Whether a number begins as those of a brand do and is as long; the checksum is not looked at. */
export function isCardOfBrand(digits: string): boolean {
  return OF_ANY_BRAND.test(digits);
}
