/** Of a name of one's own, in characters. */
export const LONGEST_NAME = 60;

/** Of instructions to a judge, in characters. */
export const LONGEST_PROMPT = 20_000;

/** Of a text that is checked, in UTF-16 units: 10 MB and some more. */
export const LONGEST_TEXT = 16 * 1024 * 1024;

/** Of one policy. */
export const MOST_RULES = 50;
