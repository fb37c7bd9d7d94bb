const LONGEST_QUOTE = 300;

/** More than is quoted, so that a key that begins in the quote is seen whole. */
const READ = 1000;

/** What looks like a key, which some servers repeat when they refuse it; not the parts of a model's name. */
const KEYS: readonly RegExp[] = [
  /\b(?:sk|rk|pk|gsk|hf|xai|nvapi|pplx|fw|r8)[-_][\w*-]{4,}/gi,
  /(?<=\bbearer\s)\S+/gi,
  /\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{20,}/gi,
];

/** The words of a provider as an error may repeat them: at most 300 characters, and no key. */
export function quoteProvider(words: string): string {
  const masked = KEYS.reduce((text, key) => text.replace(key, '…'), words.slice(0, READ));
  return masked.length > LONGEST_QUOTE ? `${masked.slice(0, LONGEST_QUOTE - 1)}…` : masked;
}
