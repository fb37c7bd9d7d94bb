/** What `make` gives, made when it is first asked for: what nobody uses costs no time at start-up. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
