const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Databases give exact numbers as text or as bigint. What is no number is left as it is. */
export function numberIn(given: unknown): unknown {
  if (typeof given === 'bigint') return Number(given);
  if (typeof given !== 'string') return given;
  const text = given.trim();
  return NUMBER.test(text) ? Number(text) : given;
}
