import type { ModelPrice } from './modelPrice';
import type { ModelRow, PriceFile, RateRow } from './priceFile';
import file from './prices.generated.json';

const { providers }: PriceFile = file;
const lists = new Map<string, ReadonlyMap<string, ModelRow>>();

/** What one provider asks for a model, by the id or alias, in lower case, of its own price list. */
export function listedPrice(provider: string, name: string): ModelPrice | undefined {
  const row = priceList(provider).get(name);
  return row && modelPrice(row);
}

/** Providers whose prices also hold at `provider`, for models that its own list lacks. */
export function resoldAt(provider: string): readonly string[] {
  return providers.find((row) => row.provider === provider)?.resells ?? [];
}

/** The provider's models by name, built on first use. */
function priceList(provider: string): ReadonlyMap<string, ModelRow> {
  const known = lists.get(provider);
  if (known !== undefined) return known;
  const models = providers.find((row) => row.provider === provider)?.models;
  if (models === undefined) return new Map();
  const list = new Map(models.flatMap((row) => (row.aliases ?? []).map((alias) => [alias, row])));
  for (const row of models) list.set(row.id.toLowerCase(), row);
  lists.set(provider, list);
  return list;
}

function modelPrice(row: ModelRow): ModelPrice {
  const { perRequest, context, tiers } = row;
  return {
    ...tokenRates(row),
    ...(perRequest !== undefined && { perRequest }),
    ...(context !== undefined && { contextWindow: context }),
    ...(tiers && { tiers: tiers.map((tier) => ({ inputTokensAbove: tier.above, ...tokenRates(tier) })) }),
  };
}

function tokenRates({ input, output, cached, cacheWrite }: RateRow) {
  return {
    inputPerMillion: input,
    outputPerMillion: output,
    ...(cached !== undefined && { cachedInputPerMillion: cached }),
    ...(cacheWrite !== undefined && { cacheWritePerMillion: cacheWrite }),
  };
}
