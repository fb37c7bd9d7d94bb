import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { DEFAULT_BASE_URLS } from '../core';

/** The version of Anthropic's API whose messages and model list are read (docs.anthropic.com, "Versions"). */
const ANTHROPIC_VERSION = '2023-06-01';

/** Access to a model provider: OpenAI, a LiteLLM proxy, OpenRouter, vLLM, Ollama, Anthropic and their like. */
export class CascadeLlmApi implements ICredentialType {
  name = 'cascadeLlmApi';

  displayName = 'Cascade LLM API';

  icon = { light: 'file:cascadeLlmApi.svg', dark: 'file:cascadeLlmApi.dark.svg' } as const;

  documentationUrl = 'https://github.com/n8n-nodes-cascadeflow/n8n-nodes-cascadeflow#cascade-llm-api';

  properties: INodeProperties[] = [
    {
      displayName: 'API Type',
      name: 'apiType',
      type: 'options',
      options: [
        {
          name: 'OpenAI-Compatible',
          value: 'openAiCompatible',
          description: 'OpenAI, a LiteLLM proxy, OpenRouter, vLLM, Ollama and others',
        },
        { name: 'Anthropic', value: 'anthropic' },
      ],
      default: 'openAiCompatible',
      description: 'Which API the provider speaks',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. http://localhost:11434/v1',
      description: `Address of the API up to and including the version. Leave empty for ${DEFAULT_BASE_URLS.openAiCompatible}, or ${DEFAULT_BASE_URLS.anthropic} with API type Anthropic.`,
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'Leave empty for a server that asks for none, such as Ollama',
    },
    {
      displayName: 'Organization ID',
      name: 'organizationId',
      type: 'string',
      default: '',
      placeholder: 'e.g. org-AbC123',
      description: 'Only for a key that belongs to several organizations of OpenAI',
      displayOptions: { show: { apiType: ['openAiCompatible'] } },
    },
    {
      displayName: 'Extra Headers',
      name: 'extraHeaders',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      default: {},
      placeholder: 'Add Header',
      description: 'Sent with every request, for proxies and gateways that ask for them',
      options: [
        {
          displayName: 'Header',
          name: 'headers',
          values: [
            {
              displayName: 'Name',
              name: 'name',
              type: 'string',
              default: '',
              placeholder: 'e.g. X-Title',
            },
            {
              displayName: 'Value',
              name: 'value',
              type: 'string',
              typeOptions: { password: true },
              default: '',
            },
          ],
        },
      ],
    },
  ];

  authenticate = (
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> =>
    Promise.resolve({ ...request, headers: { ...request.headers, ...headersFor(credentials) } });

  test: ICredentialTestRequest = {
    request: {
      baseURL: `={{ ($credentials.baseUrl || (${JSON.stringify(DEFAULT_BASE_URLS)})[$credentials.apiType]).replace(/\\/+$/, "") }}`,
      url: '/models',
    },
  };
}

function headersFor(credentials: ICredentialDataDecryptedObject): Record<string, string> {
  return { ...accessHeaders(credentials), ...Object.fromEntries(extraHeaders(credentials)) };
}

function accessHeaders({
  apiType,
  apiKey,
  organizationId,
}: ICredentialDataDecryptedObject): Record<string, string> {
  if (apiType === 'anthropic') {
    return { 'anthropic-version': ANTHROPIC_VERSION, ...(isText(apiKey) ? { 'x-api-key': apiKey } : {}) };
  }
  return {
    ...(isText(apiKey) ? { Authorization: `Bearer ${apiKey}` } : {}),
    ...(isText(organizationId) ? { 'OpenAI-Organization': organizationId } : {}),
  };
}

function extraHeaders({ extraHeaders: given }: ICredentialDataDecryptedObject): [string, string][] {
  const rows: unknown = typeof given === 'object' && 'headers' in given ? given['headers'] : [];
  return (Array.isArray(rows) ? rows : []).flatMap((row: unknown): [string, string][] => {
    if (typeof row !== 'object' || row === null || !('name' in row) || !('value' in row)) return [];
    return isText(row.name) && isText(row.value) ? [[row.name, row.value]] : [];
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
