import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { LocalServer } from '../../scripts/support/localServer.mts';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const TYPE = 'cascadeLlmApi';
const GOOD_KEY = 'a-good-key';

/** A provider that lists its models to whoever brings the right key, in OpenAI's way, in Anthropic's, or in both. */
let provider: LocalServer;
let seen: { url: string; headers: IncomingHttpHeaders }[] = [];
let api: N8nApi;

beforeAll(async () => {
  provider = new LocalServer(({ url = '', headers }, response) => {
    seen.push({ url, headers });
    const open = url.startsWith('/open/');
    const admitted = headers.authorization === `Bearer ${GOOD_KEY}` || headers['x-api-key'] === GOOD_KEY;
    const status = !url.endsWith('/v1/models') ? 404 : open || admitted ? 200 : 401;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(status === 200 ? { data: [{ id: 'small' }] } : { error: { message: 'refused' } }),
    );
  });
  await provider.listen();
  api = sharedN8n();
});

beforeEach(() => {
  seen = [];
});

afterAll(() => provider.stop());

async function test(data: Record<string, unknown>) {
  const saved = await api.createCredential({ name: 'Provider', type: TYPE, data });
  return await api.testCredential(saved, data);
}

describe('Cascade LLM API credential', () => {
  it('lists the models of an OpenAI-compatible API with a bearer key', async () => {
    const result = await test({
      apiType: 'openAiCompatible',
      baseUrl: `${provider.origin}/v1`,
      apiKey: GOOD_KEY,
      organizationId: 'org-1',
      extraHeaders: { headers: [{ name: 'X-Title', value: 'Support desk' }] },
    });
    expect(result.status).toBe('OK');
    expect(seen).toMatchObject([
      {
        url: '/v1/models',
        headers: {
          authorization: `Bearer ${GOOD_KEY}`,
          'openai-organization': 'org-1',
          'x-title': 'Support desk',
        },
      },
    ]);
    expect(seen[0]?.headers).not.toHaveProperty('x-api-key');
  });

  it('forgives slashes at the end of the base URL', async () => {
    const result = await test({
      apiType: 'openAiCompatible',
      baseUrl: `${provider.origin}/v1//`,
      apiKey: GOOD_KEY,
    });
    expect(result.status).toBe('OK');
    expect(seen[0]?.url).toBe('/v1/models');
  });

  it("sends Anthropic's key and version headers", async () => {
    const result = await test({ apiType: 'anthropic', baseUrl: `${provider.origin}/v1`, apiKey: GOOD_KEY });
    expect(result.status).toBe('OK');
    expect(seen[0]?.headers).toMatchObject({ 'x-api-key': GOOD_KEY, 'anthropic-version': '2023-06-01' });
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('needs no key where the server asks for none', async () => {
    const result = await test({
      apiType: 'openAiCompatible',
      baseUrl: `${provider.origin}/open/v1`,
      apiKey: '',
    });
    expect(result.status).toBe('OK');
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['a wrong key', { apiType: 'openAiCompatible', apiKey: 'a-bad-key' }],
    ['a wrong key for Anthropic', { apiType: 'anthropic', apiKey: 'a-bad-key' }],
  ])('fails with %s, and does not show it', async (_, data) => {
    const result = await test({ baseUrl: `${provider.origin}/v1`, ...data });
    expect(result.status).toBe('Error');
    expect(result.message).not.toContain('a-bad-key');
  });

  it('fails when nobody listens at the base URL', async () => {
    const result = await test({
      apiType: 'openAiCompatible',
      baseUrl: 'http://127.0.0.1:9/v1',
      apiKey: GOOD_KEY,
    });
    expect(result.status).toBe('Error');
  });
});
