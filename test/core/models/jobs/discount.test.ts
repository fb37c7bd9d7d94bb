import { expect, it } from '@jest/globals';
import { jobPriceShare } from '../../../../core/models/jobs/discount';

it.each([
  ['gpt-4o-mini', 0.5],
  ['openai/gpt-4o-mini', 0.5],
  ['claude-haiku-4-5', 0.5],
  ['groq/llama-3.3-70b-versatile', 0.5],
  ['azure/gpt-4o', 0.5],
  ['mistral/a-model-of-tomorrow', 0.5],
  // Neither OpenRouter nor one's own machine asks less for a job, whoever made the model.
  ['openrouter/openai/gpt-4o', undefined],
  ['local/gpt-4o-mini', undefined],
  ['deepseek-chat', undefined],
  ['a model that nobody knows', undefined],
])('a request to %s costs as a part of a job this share: %p', (id, share) => {
  expect(jobPriceShare(id)).toBe(share);
});
