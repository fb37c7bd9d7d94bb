/** As far as it is read here: an object. */
export type JsonSchema = Readonly<Record<string, unknown>>;
