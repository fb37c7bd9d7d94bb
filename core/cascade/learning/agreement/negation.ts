const negation = /\b(?:not|no|never|none|neither|nor|without|cannot)\b|n['’]t\b/i;

/** In longer texts a `not` may be about anything. */
const LONGEST = 400;

/** Whether one of two short texts denies something and the other does not. */
export function onlyOneDenies(one: string, other: string): boolean {
  return Math.max(one.length, other.length) < LONGEST && denies(one) !== denies(other);
}

export function denies(text: string): boolean {
  return negation.test(text);
}
