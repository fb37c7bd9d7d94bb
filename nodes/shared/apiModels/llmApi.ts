import { NodeOperationError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { DEFAULT_BASE_URLS, type ApiType } from '../../../core';
import type { ModelContext } from '../modelContext';

export const CREDENTIAL = 'cascadeLlmApi';

/** The provider that a Cascade LLM API credential gives access to. */
export interface LlmApi {
  readonly type: ApiType;
  readonly baseUrl: URL;
  /** The whole credential, key included, for n8n to sign requests with. */
  readonly secrets: ICredentialDataDecryptedObject;
}

/**
 * Reads the credential that the node has chosen. Its fields may be expressions, so it is read for each item.
 *
 * @throws {NodeOperationError} when none is chosen, or its base URL is not one
 */
export async function readLlmApi(context: ModelContext, itemIndex: number): Promise<LlmApi> {
  requireCredential(context, itemIndex);
  const secrets = await context.getCredentials(CREDENTIAL, itemIndex);
  const type: ApiType = secrets['apiType'] === 'anthropic' ? 'anthropic' : 'openAiCompatible';
  const baseUrl = baseUrlOf(secrets['baseUrl'], type);
  if (baseUrl) return { type, baseUrl, secrets };
  throw new NodeOperationError(
    context.getNode(),
    'The Base URL of the Cascade LLM API credential is not an address',
    {
      itemIndex,
      description: 'It has to begin with http:// or https://, for example http://localhost:11434/v1.',
    },
  );
}

function requireCredential(context: ModelContext, itemIndex: number): void {
  const node = context.getNode();
  if (node.credentials?.[CREDENTIAL]) return;
  throw new NodeOperationError(node, 'No Cascade LLM API credential is chosen', {
    itemIndex,
    description:
      'The provider is asked through it. Choose one at the top of the panel, or have connected chat models asked instead.',
  });
}

function baseUrlOf(given: unknown, type: ApiType): URL | undefined {
  const written = typeof given === 'string' ? given.trim() : '';
  const address = written === '' ? DEFAULT_BASE_URLS[type] : written;
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
}
