/**
 * Writes `core/models/prices/prices.generated.json`: what each provider asks for each text model, taken from
 * the npm package `@pydantic/genai-prices`.
 *
 *     node scripts/prices.mts           write the prices in force today
 *     node scripts/prices.mts --check   fail unless the file is what the installed package gives for its date
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { calcPrice, waitForUpdate } from '@pydantic/genai-prices';
import type { ConditionalPrice, MatchLogic, ModelInfo, ModelPrice, Provider } from '@pydantic/genai-prices';
import type { ModelRow, PriceFile, ProviderRow, RateRow } from '../core/models/prices/priceFile.ts';

const SOURCE = '@pydantic/genai-prices';
const FILE = new URL('../core/models/prices/prices.generated.json', import.meta.url);
const MANIFEST = new URL('../package.json', import.meta.resolve(SOURCE));

/** Models that answer with something else than text: a rate for text would understate their cost. */
const NOT_TEXT = /(?:^|[-/])(?:audio|embed|image|live|transcribe|tts)(?:-|$)/;
const NOT_TEXT_RATES = ['output_audio_mtok', 'output_image_mtok', 'output_video_mtok'];

/**
 * Open-weight models that the source lists under their maker at some reseller's price. The maker does not
 * sell them, and everybody who does sets a price of his own.
 */
const NOT_SOLD_BY_MAKER = new Map([
  ['google', ['gemma-2-27b-it']],
  ['openai', ['gpt-oss-120b', 'gpt-oss-20b', 'gpt-oss-safeguard-20b']],
]);

async function priceFile(date: string): Promise<PriceFile> {
  const providers = (await waitForUpdate()) ?? [];
  return {
    source: SOURCE,
    version: stringField(MANIFEST, 'version'),
    date,
    unit: 'USD per million tokens',
    providers: providers
      .map((provider) => providerRow(provider, date))
      .filter((row) => row.models.length > 0)
      .sort((a, b) => (a.provider < b.provider ? -1 : 1)),
  };
}

function providerRow(provider: Provider, date: string): ProviderRow {
  const models = provider.models
    .flatMap((model) => modelRow(provider, model, date))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const resells = provider.fallback_model_providers;
  return { provider: provider.id, ...(resells && { resells }), models };
}

/** The model's row; none when it is not a text model or has no price for its tokens. */
function modelRow(provider: Provider, model: ModelInfo, date: string): ModelRow[] {
  const prices = pricesOn(model, date);
  const rates = isFree(provider, model, prices) ? { input: 0, output: 0 } : ratesAt(prices, 0);
  if (rates === undefined || !isText(model, prices) || !isSold(provider, model)) return [];
  const tiers = tierStarts(prices).flatMap((above) => {
    const rates = ratesAt(prices, above + 1);
    return rates === undefined ? [] : [{ above, ...rates }];
  });
  const perThousandRequests = rateAt(prices['requests_kcount'], 0);
  const aliases = aliasesOf(provider, model);
  return [
    {
      id: withoutGeography(model.id),
      ...rates,
      ...(perThousandRequests !== undefined && { perRequest: round(perThousandRequests / 1000) }),
      ...(model.context_window !== undefined && { context: model.context_window }),
      ...(tiers.length > 0 && { tiers }),
      ...(aliases.length > 0 && { aliases }),
    },
  ];
}

function isText(model: ModelInfo, prices: ModelPrice): boolean {
  return !NOT_TEXT.test(model.id) && NOT_TEXT_RATES.every((rate) => prices[rate] === undefined);
}

function isSold(provider: Provider, model: ModelInfo): boolean {
  return !NOT_SOLD_BY_MAKER.get(provider.id)?.includes(model.id);
}

/** OpenRouter's free variants are the only models whose missing price means that they cost nothing. */
function isFree(provider: Provider, model: ModelInfo, prices: ModelPrice): boolean {
  return provider.id === 'openrouter' && model.id.endsWith(':free') && Object.keys(prices).length === 0;
}

/**
 * The prices in force on a day. Where they change with the hour, the dearest of that day: a budget that is
 * held against them must not let more through than it says.
 */
function pricesOn(model: ModelInfo, date: string): ModelPrice {
  if (!Array.isArray(model.prices)) return model.prices;
  const started = model.prices.filter((price) => startDate(price) <= date);
  const allDay = started.findLastIndex((price) => price.constraint?.type !== 'time_of_date');
  return started
    .slice(Math.max(allDay, 0))
    .map((price) => price.prices)
    .reduce((dearest, next) => (inputRate(next) > inputRate(dearest) ? next : dearest), {});
}

function startDate({ constraint }: ConditionalPrice): string {
  return constraint?.type === 'start_date' ? constraint.start_date : '';
}

function inputRate(prices: ModelPrice): number {
  return rateAt(prices['input_mtok'], 0) ?? -1;
}

function ratesAt(prices: ModelPrice, promptTokens: number): RateRow | undefined {
  const input = rateAt(prices['input_mtok'], promptTokens);
  const output = rateAt(prices['output_mtok'], promptTokens);
  if (input === undefined || output === undefined) return undefined;
  const cached = rateAt(prices['cache_read_mtok'], promptTokens);
  const cacheWrite = rateAt(prices['cache_write_mtok'], promptTokens);
  return {
    input,
    output,
    ...(cached !== undefined && { cached }),
    ...(cacheWrite !== undefined && { cacheWrite }),
  };
}

function rateAt(rate: ModelPrice[string], promptTokens: number): number | undefined {
  if (typeof rate !== 'object') return rate && round(rate);
  return round(rate.tiers.findLast((tier) => promptTokens > tier.start)?.price ?? rate.base);
}

function tierStarts(prices: ModelPrice): number[] {
  const starts = Object.values(prices).flatMap((rate) =>
    typeof rate === 'object' ? rate.tiers.map((tier) => tier.start) : [],
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** On Amazon Bedrock a name without a geography stands for all of them; the source also writes `regional.` */
function withoutGeography(name: string): string {
  return name.replace(/^(?:apac|au|eu|in|jp|regional|us|us-gov)\./, '');
}

/** The ids, in lower case, that the source names for a model besides its own and resolves to it. */
function aliasesOf(provider: Provider, model: ModelInfo): string[] {
  const named = literals(model.match)
    .map((literal) => literal.toLowerCase())
    .filter((name) => /[a-z0-9]$/.test(name) && sells(provider, name, model));
  const aliases = new Set(named.map(withoutGeography));
  aliases.delete(withoutGeography(model.id).toLowerCase());
  return [...aliases].sort();
}

function literals(match: MatchLogic): string[] {
  if ('or' in match) return match.or.flatMap(literals);
  if ('and' in match || 'regex' in match) return [];
  return Object.values(match);
}

function sells(provider: Provider, id: string, model: ModelInfo): boolean {
  return calcPrice({}, id, { providerId: provider.id })?.model === model;
}

/** Six decimals, a trillionth of a dollar a token: what remains is noise of the source's own arithmetic. */
function round(dollars: number): number {
  return Number(dollars.toFixed(6));
}

/** JSON with one model a line, so that a change of prices reads well as a diff. */
function print({ providers, ...header }: PriceFile): string {
  const fields = Object.entries(header).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const blocks = providers.map(({ models, ...provider }) => {
    const start = JSON.stringify({ ...provider, models: [] }).slice(0, -2);
    return `${start}\n${models.map((model) => JSON.stringify(model)).join(',\n')}\n]}`;
  });
  return `{\n${fields.join(',\n')},\n"providers": [\n${blocks.join(',\n')}\n]\n}\n`;
}

function stringField(file: URL, name: string): string {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const value: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, name) : undefined;
  if (typeof value !== 'string') throw new Error(`${file.pathname} has no "${name}"`);
  return value;
}

if (process.argv.includes('--check')) {
  const expected = print(await priceFile(stringField(FILE, 'date')));
  if (readFileSync(FILE, 'utf8') !== expected) {
    console.error(
      'prices.generated.json is not what the installed package gives: run `node scripts/prices.mts`',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, print(await priceFile(new Date().toISOString().slice(0, 10))));
}
