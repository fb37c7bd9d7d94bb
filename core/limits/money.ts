import { InvalidParameterError } from '../errors/invalidParameterError';

const NANO_PER_USD = 1_000_000_000;

/** Above this a cost is taken for a mistake; sums of thousands of them stay exact. */
export const LARGEST_COST_USD = 1_000_000;

/** Whole billionths of a US dollar: sums of them are exact. */
export function nanoUsdOf(usd: number): number {
  return Math.round(usd * NANO_PER_USD);
}

export function usdOf(nanoUsd: number): number {
  return nanoUsd / NANO_PER_USD;
}

/** @throws {InvalidParameterError} when it is not a number of dollars from 0 to 1,000,000 */
export function readCost(parameter: string, usd: unknown): number {
  if (typeof usd === 'number' && usd >= 0 && usd <= LARGEST_COST_USD) return nanoUsdOf(usd);
  throw new InvalidParameterError(
    parameter,
    usd,
    `a number of US dollars from 0 to ${String(LARGEST_COST_USD)}`,
  );
}
