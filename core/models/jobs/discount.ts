import { sellerOf } from '../prices/findPrice';

/**
 * What a request costs as a part of a job, as a share of its price: OpenAI
 * (https://platform.openai.com/docs/guides/batch), Anthropic
 * (https://docs.anthropic.com/en/docs/build-with-claude/batch-processing#pricing), Google
 * (https://ai.google.dev/gemini-api/docs/batch-api), Mistral (https://docs.mistral.ai/capabilities/batch/), Groq
 * (https://console.groq.com/docs/batch), Azure (https://learn.microsoft.com/azure/ai-services/openai/how-to/batch),
 * Together (https://docs.together.ai/docs/batch-inference) and Fireworks
 * (https://docs.fireworks.ai/guides/batch-inference) all ask for half of it.
 */
const shares: ReadonlyMap<string, number> = new Map([
  ['anthropic', 0.5],
  ['azure', 0.5],
  ['fireworks', 0.5],
  ['google', 0.5],
  ['groq', 0.5],
  ['mistral', 0.5],
  ['openai', 0.5],
  ['together', 0.5],
]);

/**
 * @param modelId as `findPrice` takes it: who sells the model decides
 * @returns 0..1; undefined when the seller's share is not known
 */
export function jobPriceShare(modelId: string): number | undefined {
  return shares.get(sellerOf(modelId) ?? '');
}
