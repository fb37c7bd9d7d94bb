/** The texts of a list that was written into one field, or that an expression gives as a list. Blank ones are left out. */
export function splitList(given: unknown, separator = ','): string[] {
  const parts: unknown[] =
    typeof given === 'string' ? given.split(separator) : Array.isArray(given) ? given : [];
  return parts
    .filter((part): part is string => typeof part === 'string')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
