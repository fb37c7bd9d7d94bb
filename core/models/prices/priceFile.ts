/** Dollars for a million tokens of each kind. Written short, because the file is bundled. */
export interface RateRow {
  readonly input: number;
  readonly output: number;
  readonly cached?: number;
  readonly cacheWrite?: number;
}

/** The rates of the whole request once its prompt has more than `above` tokens. */
interface TierRow extends RateRow {
  readonly above: number;
}

export interface ModelRow extends RateRow {
  readonly id: string;
  /** Other ids under which the same provider sells the same model. */
  readonly aliases?: readonly string[];
  /** The longest prompt, in tokens. */
  readonly context?: number;
  /** Dollars for each request, on top of its tokens. */
  readonly perRequest?: number;
  /** Ascending by `above`. */
  readonly tiers?: readonly TierRow[];
}

export interface ProviderRow {
  readonly provider: string;
  /** Providers whose price list also holds here, for models that are not in `models`. */
  readonly resells?: readonly string[];
  readonly models: readonly ModelRow[];
}

/** What `scripts/prices.mts` writes to `prices.generated.json`. */
export interface PriceFile {
  /** The npm package that the prices come from. */
  readonly source: string;
  readonly version: string;
  /** The day (ISO 8601) on which these prices were in force. */
  readonly date: string;
  readonly unit: string;
  readonly providers: readonly ProviderRow[];
}
