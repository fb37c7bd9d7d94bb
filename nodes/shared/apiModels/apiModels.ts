import {
  AnthropicModel,
  OpenAiCompatibleModel,
  type ApiType,
  type CascadeModel,
  type Http,
  type ModelPrice,
} from '../../../core';
import type { ModelContext } from '../modelContext';
import { credentialHttp } from './credentialHttp';
import { readLlmApi } from './llmApi';
import { pricedId } from './seller';

export interface NamedModels {
  readonly itemIndex: number;
  /** As the provider calls its models, cheapest first. */
  readonly names: readonly string[];
  /** The user's own, by model name. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
}

/**
 * Models that are asked by name through the node's Cascade LLM API credential.
 *
 * @throws {NodeOperationError} when no usable credential is chosen
 */
export async function apiModels(
  context: ModelContext,
  { itemIndex, names, prices }: NamedModels,
): Promise<CascadeModel[]> {
  const api = await readLlmApi(context, itemIndex);
  const http = credentialHttp(context, api);
  return names.map((name) => {
    const chat = client(api.type, { model: name, id: pricedId(api.baseUrl, name), http });
    return { name, chat, jobs: chat.jobs, price: prices.get(name) };
  });
}

function client(
  type: ApiType,
  options: { model: string; id: string; http: Http },
): AnthropicModel | OpenAiCompatibleModel {
  return type === 'anthropic' ? new AnthropicModel(options) : new OpenAiCompatibleModel(options);
}
