import type { CredentialDefinition } from '../n8n/api.mts';

/** What callers of the examples' webhooks send along. */
export const APPLICATION_KEY = { 'x-api-key': 'of the application' };
export const BILLING_KEY = { 'x-api-key': 'of billing' };

/**
 * The credentials that the multi-tenant API names.
 *
 * @param url of an OpenAI-compatible API that asks for no key of its own
 */
export function tenantCredentials({ url }: { readonly url: string }): CredentialDefinition[] {
  return [
    { name: 'Application key', type: 'httpHeaderAuth', data: headerOf(APPLICATION_KEY) },
    { name: 'Billing key', type: 'httpHeaderAuth', data: headerOf(BILLING_KEY) },
    { name: 'OpenAI account', type: 'openAiApi', data: { apiKey: 'none-needed', url } },
  ];
}

function headerOf(key: typeof APPLICATION_KEY): CredentialDefinition['data'] {
  return { name: 'X-Api-Key', value: key['x-api-key'] };
}
