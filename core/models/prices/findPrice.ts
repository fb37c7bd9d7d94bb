import type { ModelPrice } from './modelPrice';
import { namesToTry } from './modelName';
import { offerOf } from './offer';
import { listedPrice } from './priceLists';

/** No provider's ids come near this length; what does is not an id. */
const LONGEST_ID = 200;

/**
 * The price of a model by the id that its provider uses, e.g. `gpt-4o-mini`, `openai/gpt-4o-2024-08-06`,
 * `us.anthropic.claude-sonnet-4-5-20250929-v1:0` or `openrouter/openai/gpt-4o`.
 *
 * A prefix that names a provider decides whose price it is; without one it is the price of the model's maker.
 * An id is found whole or without an ending that says nothing of the price (a date, `-latest`); it is never
 * taken for another that begins alike.
 *
 * @returns `undefined` when the model is not in the table: its cost is then unknown, not zero
 */
export function findPrice(modelId: string): ModelPrice | undefined {
  return listed(modelId)?.price;
}

/**
 * Who sells the model of this id, named as in the price table: whom the id names, else the maker of the model.
 *
 * @returns `undefined` when the id names nobody and no maker lists it
 */
export function sellerOf(modelId: string): string | undefined {
  return offerOf(modelId.trim().toLowerCase()).seller ?? listed(modelId)?.provider;
}

/** The price, and the provider in whose list it stands. */
function listed(modelId: string): { provider: string; price: ModelPrice } | undefined {
  if (modelId.length > LONGEST_ID) return undefined;
  const { sellers, name } = offerOf(modelId.trim().toLowerCase());
  for (const candidate of namesToTry(name)) {
    for (const provider of sellers) {
      const price = listedPrice(provider, candidate);
      if (price !== undefined) return { provider, price };
    }
  }
  return undefined;
}
