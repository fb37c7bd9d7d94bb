/**
 * Endings that leave the model, and so its price, the same. Each is taken off once, in this order.
 *
 * Four digits alone (`-0613`, `-2407`) are not among them: makers price such snapshots apart, and in
 * `mixtral-8x7b-32768` they are no date at all.
 */
const NEUTRAL_ENDINGS: readonly RegExp[] = [
  // OpenRouter's routing variants: https://openrouter.ai/docs/guides/routing/model-variants/overview
  /:(?:exacto|floor|nitro|online)$/,
  // Amazon Bedrock's version of a model: `-v2:0`
  /-v\d+:\d+$/,
  // `-2024-08-06`, `-20250929`, Vertex AI's `@20250929`
  /[-@]20\d\d(-?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])$/,
  // the date of a Gemini preview: `-preview-05-20`, `-preview-09-2025`
  /(?<=-preview)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]|20\d\d)$/,
  /-latest$/,
  // a stable Gemini release: `gemini-2.0-flash-001`
  /(?<=^gemini-.+)-00\d$/,
  /-preview$/,
];

/** The geography of an Amazon Bedrock inference profile: `us.anthropic.claude-...` */
const BEDROCK_GEOGRAPHY = /^(?:apac|au|ca|eu|global|in|jp|us|us-gov)\./;

/** A fine-tuned OpenAI model, which is priced by its base: `ft:gpt-4o-2024-08-06:org:name:id` */
const FINE_TUNED = /^(ft:[^:]+):.*$/;

/**
 * The names under which a price list may hold a model, from the name as given to the barest one.
 *
 * Only whole endings with a known meaning are dropped: `gpt-4o-mini` never becomes `gpt-4o`, nor does
 * `llama3.1:8b`, a local model, become a hosted one.
 *
 * @param name in lower case, without the provider's prefix
 */
export function namesToTry(name: string): readonly string[] {
  const names = new Set([name]);
  let shorter = name.replace(FINE_TUNED, '$1');
  names.add(shorter);
  for (const ending of NEUTRAL_ENDINGS) {
    shorter = shorter.replace(ending, '');
    names.add(shorter);
  }
  for (const each of [...names]) names.add(each.replace(BEDROCK_GEOGRAPHY, ''));
  return [...names];
}
