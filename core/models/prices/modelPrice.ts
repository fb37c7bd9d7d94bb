/** What a model charges for its tokens, in US dollars per million. */
export interface TokenRates {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
  /** For input read from the provider's cache; without it cached input costs as much as any other. */
  readonly cachedInputPerMillion?: number;
  /** For input that the provider writes to its cache; without it that costs as much as any other. */
  readonly cacheWritePerMillion?: number;
}

/** Rates that replace the base rates for the whole request, output included, once its prompt is long. */
interface PriceTier extends TokenRates {
  /** The tier holds for prompts of more tokens than this. */
  readonly inputTokensAbove: number;
}

/** A model's price. The two rates are enough: `{ inputPerMillion: 2.5, outputPerMillion: 10 }`. */
export interface ModelPrice extends TokenRates {
  /** US dollars for each request, on top of its tokens. */
  readonly perRequest?: number;
  /** Rates for long prompts, in any order. */
  readonly tiers?: readonly PriceTier[];
  /** The longest prompt that the model takes, in tokens. */
  readonly contextWindow?: number;
}
