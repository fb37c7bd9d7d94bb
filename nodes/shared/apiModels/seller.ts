/** On one's own machine, or in a container beside n8n: a model there costs what its owner says. */
const OWN = 'local';

/**
 * Who sells the models behind an address, where the ids do not say it: the same id has another price at Groq than at
 * its maker. Names as in the price table. A host that is not listed, such as a LiteLLM proxy, leaves it to the id.
 */
const sellers: readonly (readonly [host: RegExp, seller: string])[] = [
  [/^(?:localhost|host\.docker\.internal|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/, OWN],
  [/(?:^|\.)anthropic\.com$/, 'anthropic'],
  [/(?:^|\.)api\.cloudflare\.com$/, 'cloudflare'],
  [/(?:^|\.)cerebras\.ai$/, 'cerebras'],
  [/(?:^|\.)cohere\.(?:ai|com)$/, 'cohere'],
  [/(?:^|\.)deepseek\.com$/, 'deepseek'],
  [/(?:^|\.)fireworks\.ai$/, 'fireworks'],
  [/(?:^|\.)(?:generativelanguage|[a-z0-9-]*aiplatform)\.googleapis\.com$/, 'google'],
  [/(?:^|\.)groq\.com$/, 'groq'],
  [/(?:^|\.)mistral\.ai$/, 'mistral'],
  [/(?:^|\.)moonshot\.(?:ai|cn)$/, 'moonshotai'],
  [/(?:^|\.)novita\.ai$/, 'novita'],
  [/(?:^|\.)openai\.com$/, 'openai'],
  [/(?:^|\.)openrouter\.ai$/, 'openrouter'],
  [/(?:^|\.)perplexity\.ai$/, 'perplexity'],
  [/(?:^|\.)together\.(?:ai|xyz)$/, 'together'],
  [/(?:^|\.)x\.ai$/, 'x-ai'],
  [/\.(?:openai|services\.ai|cognitiveservices)\.azure\.com$/, 'azure'],
  [/^bedrock[a-z-]*\..+\.amazonaws\.com$/, 'aws'],
];

/** Ollama's own port, wherever it listens. */
const OLLAMA_PORT = '11434';

/** The id under which the price table knows a model at this address. */
export function pricedId({ hostname, port }: URL, model: string): string {
  const seller = port === OLLAMA_PORT ? OWN : sellers.find(([host]) => host.test(hostname))?.[1];
  return seller === undefined ? model : `${seller}/${model}`;
}
