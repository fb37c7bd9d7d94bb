import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { CascadeLlmApi } from '../../credentials/CascadeLlmApi.credentials';
import { evaluate } from '../support/evaluate';

const credential = new CascadeLlmApi();

async function headersFor(credentials: ICredentialDataDecryptedObject) {
  const request = { url: '/models', headers: { accept: 'application/json' } };
  const { headers, ...rest } = await credential.authenticate(credentials, request);
  expect(rest).toEqual({ url: '/models' });
  expect(request.headers).toEqual({ accept: 'application/json' });
  return headers;
}

describe('the headers of a request', () => {
  it.each<[string, ICredentialDataDecryptedObject, object]>([
    ['a key', { apiType: 'openAiCompatible', apiKey: 'sk-1' }, { Authorization: 'Bearer sk-1' }],
    ['no key', { apiType: 'openAiCompatible', apiKey: '' }, {}],
    [
      'an organization',
      { apiType: 'openAiCompatible', apiKey: 'sk-1', organizationId: 'org-1' },
      { Authorization: 'Bearer sk-1', 'OpenAI-Organization': 'org-1' },
    ],
    [
      "Anthropic's key",
      { apiType: 'anthropic', apiKey: 'sk-ant', organizationId: 'org-1' },
      { 'x-api-key': 'sk-ant', 'anthropic-version': '2023-06-01' },
    ],
    ['Anthropic without a key', { apiType: 'anthropic' }, { 'anthropic-version': '2023-06-01' }],
    [
      'headers of the user',
      {
        apiType: 'openAiCompatible',
        apiKey: 'sk-1',
        extraHeaders: {
          headers: [
            { name: 'X-Title', value: 'n8n' },
            { name: '', value: 'a' },
            { name: 'X-Empty', value: '' },
          ],
        },
      },
      { Authorization: 'Bearer sk-1', 'X-Title': 'n8n' },
    ],
    [
      "the user's own access header in place of ours",
      { apiKey: 'sk-1', extraHeaders: { headers: [{ name: 'Authorization', value: 'Basic abc' }] } },
      { Authorization: 'Basic abc' },
    ],
    ['no rows', { apiType: 'openAiCompatible', extraHeaders: {} }, {}],
  ])('%s', async (_what, credentials, headers) => {
    expect(await headersFor(credentials)).toEqual({ accept: 'application/json', ...headers });
  });
});

describe('the test request', () => {
  it.each<[ICredentialDataDecryptedObject, string]>([
    [{ apiType: 'openAiCompatible', baseUrl: '' }, 'https://api.openai.com/v1'],
    [{ apiType: 'anthropic', baseUrl: '' }, 'https://api.anthropic.com/v1'],
    [{ apiType: 'openAiCompatible', baseUrl: 'http://localhost:11434/v1' }, 'http://localhost:11434/v1'],
    [{ apiType: 'anthropic', baseUrl: 'https://proxy.example.com/v1//' }, 'https://proxy.example.com/v1'],
  ])('of %j lists the models of %s', ($credentials, baseUrl) => {
    expect(credential.test.request.url).toBe('/models');
    expect(evaluate(credential.test.request.baseURL ?? '', { $credentials })).toBe(baseUrl);
  });
});

describe('the form', () => {
  const named = (name: string): INodeProperties | undefined =>
    credential.properties.find((property) => property.name === name);

  it('hides what is secret', () => {
    expect(named('apiKey')?.typeOptions).toEqual({ password: true });
    expect(JSON.stringify(named('extraHeaders'))).toContain(
      '"name":"value","type":"string","typeOptions":{"password":true}',
    );
  });

  it('describes every field', () => {
    for (const { description = '' } of credential.properties) expect(description.length).toBeGreaterThan(10);
  });

  it('asks for an organization only where there is one', () => {
    expect(named('organizationId')?.displayOptions).toEqual({ show: { apiType: ['openAiCompatible'] } });
  });
});
