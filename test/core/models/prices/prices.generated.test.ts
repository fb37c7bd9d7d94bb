import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calcPrice, waitForUpdate, type MatchLogic } from '@pydantic/genai-prices';
import { costOf } from '../../../../core/models/prices/costOf';
import { findPrice } from '../../../../core/models/prices/findPrice';
import file from '../../../../core/models/prices/prices.generated.json';

const ROOT = resolve(__dirname, '../../../..');
const TABLE = 'core/models/prices/prices.generated.json';

const USAGES = [
  { inputTokens: 1000, outputTokens: 500 },
  { inputTokens: 123_457, outputTokens: 4099, cachedInputTokens: 23_456 },
  { inputTokens: 600_001, outputTokens: 7 },
];

/** Hours (UTC) of the day that meet each rate of the models whose price changes with the hour. */
const HOURS = ['02', '08', '14', '20'];

/** What the source asks at the dearest hour of the table's day; undefined when it has no such text model. */
function sourceCost(provider: string, id: string, usage: (typeof USAGES)[number]): number | undefined {
  const tokens = {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_read_tokens: usage.cachedInputTokens ?? 0,
  };
  const costs = HOURS.flatMap((hour) => {
    const timestamp = new Date(`${file.date}T${hour}:00:00Z`);
    const bill = calcPrice(tokens, id, { providerId: provider, timestamp });
    return bill?.model_price['output_mtok'] === undefined ? [] : [bill.total_price];
  });
  return costs.length > 0 ? Math.max(...costs) : undefined;
}

function cost(id: string, usage: (typeof USAGES)[number]): number | undefined {
  const price = findPrice(id);
  return price && costOf(usage, price);
}

describe('a well-known model costs what the source says', () => {
  it.each([
    ['openai', 'gpt-4o'],
    ['openai', 'gpt-4o-mini'],
    ['openai', 'gpt-4o-2024-05-13'],
    ['openai', 'gpt-4.1'],
    ['openai', 'gpt-4.1-nano-2025-04-14'],
    ['openai', 'gpt-5'],
    ['openai', 'gpt-5-mini'],
    ['openai', 'gpt-5.4'],
    ['openai', 'o3-mini'],
    ['anthropic', 'claude-3-5-haiku-latest'],
    ['anthropic', 'claude-sonnet-4-5-20250929'],
    ['anthropic', 'claude-haiku-4-5'],
    ['anthropic', 'claude-opus-4-1-20250805'],
    ['google', 'gemini-2.5-pro'],
    ['google', 'gemini-2.5-flash'],
    ['google', 'gemini-2.0-flash-001'],
    ['mistral', 'mistral-large-latest'],
    ['mistral', 'mistral-small-latest'],
    ['deepseek', 'deepseek-chat'],
    ['deepseek', 'deepseek-reasoner'],
    ['x-ai', 'grok-4'],
    ['cohere', 'command-r-plus-08-2024'],
    ['perplexity', 'sonar-pro'],
  ])('%s: %s', (provider, id) => {
    for (const usage of USAGES) {
      const expected = sourceCost(provider, id, usage);
      expect(expected).toBeGreaterThan(0);
      expect(cost(id, usage)).toBeCloseTo(expected ?? NaN, 8);
      expect(cost(`${provider}/${id}`, usage)).toBe(cost(id, usage));
    }
  });
});

it('every price in the table is the one that the source asks for the same id', async () => {
  const wrong: unknown[] = [];
  let compared = 0;
  for (const provider of (await waitForUpdate()) ?? []) {
    for (const id of provider.models.flatMap((model) => [model.id, ...exactIds(model.match)])) {
      for (const usage of USAGES) {
        const found = cost(idAt(provider.id, id), usage);
        const expected = found === undefined ? undefined : sourceCost(provider.id, id, usage);
        if (found === undefined || expected === undefined) continue;
        compared += 1;
        if (Math.abs(found - expected) > 1e-8) wrong.push({ provider: provider.id, id, found, expected });
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(6000);
}, 120_000);

/** The id that names its provider, but for `model:variant`: behind a prefix it would be OpenRouter's. */
function idAt(provider: string, id: string): string {
  return /^[^/]+:[a-z]+$/.test(id) && provider !== 'openrouter' ? id : `${provider}/${id}`;
}

function exactIds(match: MatchLogic): string[] {
  if ('or' in match) return match.or.flatMap(exactIds);
  return 'equals' in match ? [match.equals] : [];
}

describe('the table', () => {
  it('says where its prices come from and when they were in force', () => {
    expect(file).toMatchObject({ source: '@pydantic/genai-prices', unit: 'USD per million tokens' });
    expect(file.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(new Date(file.date).toISOString()).toMatch(file.date);
  });

  it('holds each id of a provider once', () => {
    for (const { models } of file.providers) {
      const ids = models.map((model) => model.id.toLowerCase());
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('gives up every price at the provider that asks it', () => {
    for (const { provider, models } of file.providers) {
      for (const { id, input, output } of models) {
        const price = { inputPerMillion: input, outputPerMillion: output };
        expect([id, findPrice(idAt(provider, id))]).toMatchObject([id, price]);
      }
    }
  });

  it('is small enough to be bundled', () => {
    expect(statSync(join(ROOT, TABLE)).size).toBeLessThan(160_000);
  });
});

describe('node scripts/prices.mts --check', () => {
  const copy = mkdtempSync(join(tmpdir(), 'prices-'));

  beforeAll(() => {
    for (const path of ['scripts/prices.mts', TABLE]) cpSync(join(ROOT, path), join(copy, path));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  it('passes for the table as it is', () => {
    expect(run(ROOT, '--check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('fails for a table changed by hand', () => {
    const table = readFileSync(join(copy, TABLE), 'utf8');
    writeFileSync(join(copy, TABLE), table.replace('"input":2.5', '"input":2.4'));
    expect(run(copy, '--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('prices.mts') });
  });

  it('passes again after the table was written anew', () => {
    expect(run(copy)).toMatchObject({ status: 0 });
    expect(run(copy, '--check')).toMatchObject({ status: 0 });
  });
});

/** Runs the script with the Node of the package's own dependencies, which reads TypeScript. */
function run(root: string, ...args: string[]) {
  const node = join(ROOT, 'node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(node, [join(root, 'scripts/prices.mts'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
