import { describe, expect, it } from '@jest/globals';
import { findPrice } from '../../../../core/models/prices/findPrice';

const GPT_4O = { inputPerMillion: 2.5, outputPerMillion: 10, cachedInputPerMillion: 1.25 };
const GPT_4O_MINI = { inputPerMillion: 0.15, outputPerMillion: 0.6 };

describe('an id is found', () => {
  it.each([
    ['as it is', 'gpt-4o', GPT_4O],
    ['in any case', 'GPT-4o', GPT_4O],
    ['between spaces', '  gpt-4o\n', GPT_4O],
    ['with a date', 'gpt-4o-2024-08-06', GPT_4O],
    ['with a date that no list has', 'gpt-4o-2031-12-31', GPT_4O],
    ['with the date of the smaller model', 'gpt-4o-mini-2024-07-18', GPT_4O_MINI],
    ['with a date priced apart', 'gpt-4o-2024-05-13', { inputPerMillion: 5, outputPerMillion: 15 }],
    ['with the date of a numbered model', 'gpt-4.1-2025-04-14', { inputPerMillion: 2, outputPerMillion: 8 }],
    [
      'with a date without dashes',
      'claude-sonnet-4-5-20250929',
      { inputPerMillion: 3, outputPerMillion: 15 },
    ],
    ['as the latest', 'claude-3-5-haiku-latest', { inputPerMillion: 0.8, outputPerMillion: 4 }],
    [
      'as the latest, not listed as such',
      'claude-sonnet-4-5-latest',
      { inputPerMillion: 3, outputPerMillion: 15 },
    ],
    ['as a dated preview', 'gemini-2.5-pro-preview-05-06', { inputPerMillion: 1.25, outputPerMillion: 10 }],
    [
      'as a preview priced apart',
      'gemini-2.5-flash-preview-05-20',
      { inputPerMillion: 0.15, outputPerMillion: 0.6 },
    ],
    ['as a stable Gemini release', 'gemini-2.0-flash-001', { inputPerMillion: 0.1, outputPerMillion: 0.4 }],
    ['with Google AI’s prefix', 'models/gemini-2.5-flash', { inputPerMillion: 0.3, outputPerMillion: 2.5 }],
    ['with its maker', 'openai/gpt-4o', GPT_4O],
    ['with its maker as OpenRouter spells it', 'anthropic/claude-sonnet-4.5', { inputPerMillion: 3 }],
    [
      'with its maker by another name',
      'mistralai/mistral-nemo',
      { inputPerMillion: 0.15, outputPerMillion: 0.15 },
    ],
    ['on Azure, at OpenAI’s price', 'azure/gpt-4o-mini', GPT_4O_MINI],
    ['on Vertex AI', 'vertex_ai/claude-3-5-sonnet@20240620', { inputPerMillion: 3, outputPerMillion: 15 }],
    ['on Bedrock', 'anthropic.claude-3-5-sonnet-20241022-v2:0', { inputPerMillion: 3, outputPerMillion: 15 }],
    ['on Bedrock, in a geography', 'us.anthropic.claude-3-5-sonnet-20241022-v2:0', { inputPerMillion: 3 }],
    [
      'on Bedrock, with a prefix',
      'bedrock/eu.amazon.nova-lite-v1:0',
      { inputPerMillion: 0.06, outputPerMillion: 0.24 },
    ],
    [
      'on Bedrock, dearer in a geography',
      'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
      { inputPerMillion: 3.3 },
    ],
    ['on Bedrock, global', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', { inputPerMillion: 3 }],
    ['on OpenRouter', 'openrouter/openai/gpt-4o', { inputPerMillion: 2.5, outputPerMillion: 10 }],
    [
      'on OpenRouter, free',
      'meta-llama/llama-3.3-70b-instruct:free',
      { inputPerMillion: 0, outputPerMillion: 0 },
    ],
    ['on Groq', 'groq/openai/gpt-oss-120b', { inputPerMillion: 0.15, outputPerMillion: 0.6 }],
    ['on Cloudflare', '@cf/meta/llama-3.1-8b-instruct', { inputPerMillion: 0.282, outputPerMillion: 0.827 }],
    [
      'on Fireworks',
      'accounts/fireworks/models/gpt-oss-20b',
      { inputPerMillion: 0.07, outputPerMillion: 0.3 },
    ],
    [
      'on Together, in any case',
      'together_ai/meta-llama/llama-3.3-70b-instruct-turbo',
      { inputPerMillion: 0.88 },
    ],
    ['fine-tuned', 'ft:gpt-4o-mini-2024-07-18:acme::abc123', { inputPerMillion: 0.3, outputPerMillion: 1.2 }],
  ])('%s: %s', (_how, id, price) => {
    expect(findPrice(id)).toMatchObject(price);
  });

  it.each(['nitro', 'floor', 'online', 'exacto'])('with OpenRouter’s routing variant :%s', (variant) => {
    expect(findPrice(`openai/gpt-4o:${variant}`)).toEqual(findPrice('openrouter/openai/gpt-4o'));
    expect(findPrice(`openrouter/openai/gpt-4o:${variant}`)).toEqual(findPrice('openrouter/openai/gpt-4o'));
  });
});

describe('the price is unknown', () => {
  it.each([
    ['of a model that does not exist', 'gpt-9'],
    ['of a longer name', 'gpt-4o-mega'],
    ['of a shorter name', 'gpt'],
    ['of a date that is none', 'gpt-4o-2024-13-45'],
    ['of four digits that may be a date', 'gpt-4o-0806'],
    ['of a fine-tuned model whose base is not listed', 'ft:gpt-9-2024-07-18:acme::abc123'],
    ['of a free variant that the table does not have', 'openrouter/openai/gpt-4o:free'],
    ['of a free variant under its maker', 'openai/gpt-4o:free'],
    ['of a local model', 'llama3.1:8b'],
    ['of a local model named like a hosted one', 'mistral-nemo:latest'],
    ['of a local model of a public repository', 'hf.co/bartowski/llama-3.2-3b-instruct-gguf:q4_k_m'],
    ['of a local server', 'ollama/gpt-4o'],
    ['of open weights without a provider', 'gpt-oss-120b'],
    ['of open weights under their maker, who does not sell them', 'openai/gpt-oss-120b'],
    ['of open weights that many sell at different prices', 'meta-llama/llama-3.3-70b-instruct'],
    ['of a provider that is not in the table', 'nobody/gpt-4o'],
    ['at a provider that does not sell it', 'anthropic/gpt-4o'],
    ['of a provider alone', 'openai/'],
    ['of nothing', ''],
    ['of a slash', '/'],
    ['of spaces', '   '],
    ['of an embedding model', 'text-embedding-3-small'],
    ['of an image model', 'gpt-image-1'],
  ])('%s: %j', (_what, id) => {
    expect(findPrice(id)).toBeUndefined();
  });

  it.each(
    ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '.*', '(a+)+$', '[', '\\', '$&', '\0'].flatMap(
      (name) => [name, `openai/${name}`, `${name}/gpt-4o`, `openai.${name}`, `openai/${name}:free`],
    ),
  )('of the hostile id %j', (id) => {
    expect(findPrice(id)).toBeUndefined();
  });

  it.each([
    ['letters', 'a'],
    ['endings', '-latest'],
    ['slashes', '/'],
    ['labels', 'us.'],
    ['variants', ':free'],
    ['dates', '-2024-08-06'],
  ])('of 10 kB of %s, at once', (_what, part) => {
    const id = part.repeat(10_000 / part.length);
    const started = performance.now();
    expect(findPrice(id)).toBeUndefined();
    expect(findPrice(id.slice(0, 200))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(50);
  });
});

it('does not let a caller change the price of the next one', () => {
  Object.assign(findPrice('gpt-4o') ?? {}, { inputPerMillion: 0 });
  expect(findPrice('gpt-4o')).toMatchObject(GPT_4O);
});
