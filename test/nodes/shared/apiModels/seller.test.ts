import { expect, it } from '@jest/globals';
import { findPrice } from '../../../../core';
import { pricedId } from '../../../../nodes/shared/apiModels/seller';

it.each([
  ['https://api.openai.com/v1', 'openai'],
  ['https://eu.api.openai.com/v1', 'openai'],
  ['https://api.anthropic.com/v1', 'anthropic'],
  ['https://openrouter.ai/api/v1', 'openrouter'],
  ['https://api.groq.com/openai/v1', 'groq'],
  ['https://api.together.xyz/v1', 'together'],
  ['https://api.fireworks.ai/inference/v1', 'fireworks'],
  ['https://api.mistral.ai/v1', 'mistral'],
  ['https://api.deepseek.com', 'deepseek'],
  ['https://api.x.ai/v1', 'x-ai'],
  ['https://my-company.openai.azure.com/openai/v1/', 'azure'],
  ['https://my-company.services.ai.azure.com/openai/v1/', 'azure'],
  ['https://generativelanguage.googleapis.com/v1beta/openai', 'google'],
  ['https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/endpoints/openapi', 'google'],
  ['https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1', 'aws'],
  ['http://localhost:8000/v1', 'local'],
  ['http://127.0.0.1:1234/v1', 'local'],
  ['http://[::1]:8080/v1', 'local'],
  ['http://host.docker.internal:8000/v1', 'local'],
  ['http://ollama:11434/v1', 'local'],
])('models at %s are sold by %s', (address, seller) => {
  expect(pricedId(new URL(address), 'some-model')).toBe(`${seller}/some-model`);
});

it.each([
  'https://llm.my-company.com/v1',
  'http://litellm:4000/v1',
  'https://notopenai.com/v1',
  'https://openai.com.evil.example/v1',
  'https://localhost.example/v1',
])('models at %s are priced by their own id', (address) => {
  expect(pricedId(new URL(address), 'gpt-4o-mini')).toBe('gpt-4o-mini');
});

it.each([
  ['https://api.openai.com/v1', 'gpt-4o-mini', 0.15],
  ['https://openrouter.ai/api/v1', 'openai/gpt-4o', 2.5],
  ['https://api.groq.com/openai/v1', 'llama-3.3-70b-versatile', 0.59],
  ['https://api.fireworks.ai/inference/v1', 'accounts/fireworks/models/deepseek-v3p2', 0.56],
  ['https://api.anthropic.com/v1', 'claude-haiku-4-5', 1],
  ['http://localhost:11434/v1', 'deepseek-chat', undefined],
])('at %s, %s costs %s dollars per million input tokens', (address, model, price) => {
  expect(findPrice(pricedId(new URL(address), model))?.inputPerMillion).toBe(price);
});
