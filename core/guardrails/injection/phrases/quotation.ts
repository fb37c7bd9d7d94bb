/** A quotation is no longer than this, in characters; what is further away is not looked at. */
const LONGEST_QUOTATION = 300;
/** How far from a quotation it is said what it is. */
const LONGEST_INTRODUCTION = 200;

/** The last quotation mark before, where it opens; plain texts know only straight ones. */
const OPENING = /(?<![^\s([:,>])["'](?![\s"'])(?=[^"]*$)/;
const CLOSING = /"|(?<!\s)'(?![\p{L}\p{N}])/u;
/** Words of those who write about attacks. */
const ABOUT_ATTACKS =
  /\b(?:attack(?:s|er|ers|ing)?|inject(?:s|ion|ions|ed)?|jailbreak(?:s|ing)?|malicious|payloads?|phrases?|adversar(?:y|ial|ies)|red team|vulnerab\w{1,10}|detect(?:s|ion|or|ed)?|trick(?:s|ed|ing)?|hackers?|angriff\w{0,5}|angreifer|attaques?|ataques?|attacchi|owasp)\b/;
/** Words right before a quotation that say whose it is. */
const INTRODUCED =
  /\b(?:said|says|wrote|writes|replied|shouted|like|as|called|titled|named|sentence|line|example|string|message|sign|headline|means|that say|reads?|reading|sagte|schrieb|dit|dijo)[ ,:(]{0,3}$/;

/**
 * Whether a part of a plain text is quoted by somebody who writes about it. Takes the same time wherever it stands.
 */
export function isQuotedAsExample(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - LONGEST_QUOTATION), start);
  const opening = before.search(OPENING);
  if (opening < 0 || !CLOSING.test(plain.slice(end, end + LONGEST_QUOTATION))) return false;
  const opens = start - before.length + opening;
  const introduction = plain.slice(Math.max(0, opens - LONGEST_INTRODUCTION), opens);
  const after = plain.slice(end, end + LONGEST_INTRODUCTION);
  return ABOUT_ATTACKS.test(introduction) || ABOUT_ATTACKS.test(after) || INTRODUCED.test(introduction);
}

const QUOTATION = /"[^"]{1,300}"/g;

/** A plain text without what is quoted in it as an example. */
export function withoutExamples(plain: string): string {
  return plain.replace(QUOTATION, (quotation, start: number) =>
    isQuotedAsExample(plain, start + 1, start + quotation.length - 1) ? '""' : quotation,
  );
}
