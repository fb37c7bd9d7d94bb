import type { ModelPrice, TokenRates } from '../../../models/prices/modelPrice';

/**
 * The price of a model whose seller asks less for jobs.
 *
 * @param discount 0..1: the share that is saved
 */
export function jobPriceOf(price: ModelPrice, discount: number): ModelPrice {
  const share = 1 - discount;
  const { perRequest, tiers } = price;
  return {
    ...price,
    ...ratesAt(price, share),
    ...(perRequest === undefined ? {} : { perRequest: perRequest * share }),
    ...(tiers ? { tiers: tiers.map((tier) => ({ ...tier, ...ratesAt(tier, share) })) } : {}),
  };
}

function ratesAt(rates: TokenRates, share: number): TokenRates {
  const { inputPerMillion, outputPerMillion, cachedInputPerMillion, cacheWritePerMillion } = rates;
  return {
    inputPerMillion: inputPerMillion * share,
    outputPerMillion: outputPerMillion * share,
    ...(cachedInputPerMillion === undefined ? {} : { cachedInputPerMillion: cachedInputPerMillion * share }),
    ...(cacheWritePerMillion === undefined ? {} : { cacheWritePerMillion: cacheWritePerMillion * share }),
  };
}
