import { resoldAt } from './priceLists';

/** Whose price lists are searched for a model, in this order, and its name there. */
export interface Offer {
  /** Who sells it, when the id says so; else that is its maker. */
  readonly seller?: string;
  readonly sellers: readonly string[];
  readonly name: string;
}

/**
 * Those who sell the models they make. An id that names no provider is looked up here and nowhere else: hosts
 * of open-weight models ask different prices for the same id, and a model on one's own machine may carry it too.
 *
 * Anthropic stands before Google, which sells Claude as well.
 */
const MAKERS = [
  'openai',
  'anthropic',
  'google',
  'mistral',
  'deepseek',
  'x-ai',
  'cohere',
  'moonshotai',
  'minimax',
  'zai',
  'perplexity',
  'arcee',
];

/** Prefixes that name a provider otherwise than the price file does. */
const OTHER_PREFIXES: ReadonlyMap<string, string> = new Map([
  // https://docs.litellm.ai/docs/providers
  ['azure_ai', 'azure'],
  ['bedrock', 'aws'],
  ['cohere_chat', 'cohere'],
  ['fireworks_ai', 'fireworks'],
  ['gemini', 'google'],
  ['github_copilot', 'github-copilot'],
  ['moonshot', 'moonshotai'],
  ['together_ai', 'together'],
  ['vertex_ai', 'google'],
  ['xai', 'x-ai'],
  // https://openrouter.ai/models
  ['mistralai', 'mistral'],
  ['z-ai', 'zai'],
  // https://ai.google.dev/api/models
  ['models', 'google'],
]);

/** Shapes of ids that only one provider uses, and keeps in its price list. */
const OWN_SHAPES: readonly (readonly [shape: RegExp, provider: string])[] = [
  [/^@cf\//, 'cloudflare'],
  [/^accounts\/fireworks\//, 'fireworks'],
  // Amazon Bedrock: `anthropic.claude-...`, `us.meta.llama...`
  [/^(?:(?:apac|au|ca|eu|global|in|jp|us|us-gov)\.)?[a-z0-9]+\.[a-z][^/]*$/, 'aws'],
  // https://openrouter.ai/docs/guides/routing/model-variants/overview
  [
    /^(?!openrouter\/)[^/]+\/.+:(?:batch|beta|exacto|extended|floor|free|nitro|online|thinking)$/,
    'openrouter',
  ],
];

/** @param id in lower case */
export function offerOf(id: string): Offer {
  const own = OWN_SHAPES.find(([shape]) => shape.test(id));
  if (own !== undefined) return { ...soldBy(own[1]), name: id };
  const slash = id.indexOf('/');
  if (slash === -1) return { sellers: MAKERS, name: id };
  const prefix = id.slice(0, slash);
  return { ...soldBy(OTHER_PREFIXES.get(prefix) ?? prefix), name: id.slice(slash + 1) };
}

function soldBy(seller: string): Pick<Offer, 'seller' | 'sellers'> {
  return { seller, sellers: [seller, ...resoldAt(seller)] };
}
