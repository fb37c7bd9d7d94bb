/**
 * Who sells the models of n8n's chat-model nodes, where their ids do not say it: the same id has another price at
 * Groq than at its maker, and none at all on one's own machine. Names as in the price table.
 */
const sellers: ReadonlyMap<string, string> = new Map([
  ['lmChatAwsBedrock', 'aws'],
  ['lmChatAzureOpenAi', 'azure'],
  ['lmChatGroq', 'groq'],
  ['lmChatLemonade', 'lemonade'],
  ['lmChatOllama', 'ollama'],
  ['lmChatOpenRouter', 'openrouter'],
]);

/** The id under which the price table knows a model of this sub-node. */
export function pricedId(nodeType: string, modelId: string): string {
  const seller = sellers.get(nodeType.split('.').at(-1) ?? '');
  return seller === undefined ? modelId : `${seller}/${modelId}`;
}
