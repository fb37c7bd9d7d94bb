import { InvalidParameterError } from '../../errors/invalidParameterError';
import type { TokenUsage } from '../chatModel';
import type { ModelPrice, TokenRates } from './modelPrice';

/** Times a rate in dollars per million tokens: that rate in pico-dollars per token. */
const PICO_DOLLARS_PER_TOKEN = 1e6;
const PICO_DOLLARS_PER_NANO_DOLLAR = 1e3;
const NANO_DOLLARS_PER_DOLLAR = 1e9;

/**
 * What a request cost, in US dollars: a whole number of nano-dollars, divided once at the end.
 *
 * Tokens are multiplied with whole pico-dollars, so a rate counts to its sixth decimal. To add up many costs
 * without drift, round each to its nano-dollars and add those.
 *
 * @throws {InvalidParameterError} when a token count or a rate is negative or not a finite number
 */
export function costOf(usage: TokenUsage, price: ModelPrice): number {
  const { inputTokens, outputTokens, cachedInputTokens = 0, cacheWriteInputTokens = 0 } = usage;
  requireAmounts('usage', { inputTokens, outputTokens, cachedInputTokens, cacheWriteInputTokens });
  const rates = ratesFor(inputTokens, price);
  const { inputPerMillion, outputPerMillion } = rates;
  const { cachedInputPerMillion = inputPerMillion, cacheWritePerMillion = inputPerMillion } = rates;
  const { perRequest = 0 } = price;
  requireAmounts('price', {
    inputPerMillion,
    outputPerMillion,
    cachedInputPerMillion,
    cacheWritePerMillion,
    perRequest,
  });

  const cachedTokens = Math.min(cachedInputTokens, inputTokens);
  const writtenTokens = Math.min(cacheWriteInputTokens, inputTokens - cachedTokens);
  const picoDollars =
    (inputTokens - cachedTokens - writtenTokens) * picoDollarsPerToken(inputPerMillion) +
    cachedTokens * picoDollarsPerToken(cachedInputPerMillion) +
    writtenTokens * picoDollarsPerToken(cacheWritePerMillion) +
    outputTokens * picoDollarsPerToken(outputPerMillion);
  const nanoDollars =
    Math.round(picoDollars / PICO_DOLLARS_PER_NANO_DOLLAR) + Math.round(perRequest * NANO_DOLLARS_PER_DOLLAR);
  return nanoDollars / NANO_DOLLARS_PER_DOLLAR;
}

/** The rates of the highest tier that the prompt reaches, else the base rates. */
function ratesFor(inputTokens: number, price: ModelPrice): TokenRates {
  const [highest] = (price.tiers ?? [])
    .filter((tier) => inputTokens > tier.inputTokensAbove)
    .sort((a, b) => b.inputTokensAbove - a.inputTokensAbove);
  return highest ?? price;
}

function picoDollarsPerToken(dollarsPerMillion: number): number {
  return Math.round(dollarsPerMillion * PICO_DOLLARS_PER_TOKEN);
}

function requireAmounts(owner: string, amounts: Readonly<Record<string, number>>): void {
  for (const [name, amount] of Object.entries(amounts)) {
    if (!Number.isFinite(amount) || amount < 0) {
      throw new InvalidParameterError(`${owner}.${name}`, amount, 'a number of 0 or more');
    }
  }
}
