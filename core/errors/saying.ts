/** Options for a zod type that says the same of a missing value and of one of another type. */
export function saying(allowed: string) {
  return { invalid_type_error: allowed, required_error: allowed };
}
