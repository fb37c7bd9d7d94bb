import { lastTextOf } from '../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../scripts/modelServer/server.mts';

export const QUESTION = 'What is the capital of France?';
/** What the models fail at, and what they take half a second for. */
export const UNANSWERABLE = 'What is the capital of Atlantis?';
export const SLOW = 'What was the capital of France?';

/** What an answer takes, in US dollars at the prices of gpt-4o-mini. */
export const COST_USD = 0.00021;

/** The models that the examples of the multi-tenant API ask. */
export function startTenantModels(): Promise<ModelServer> {
  return ModelServer.start(({ body }) => {
    const question = lastTextOf('user', body);
    if (question === UNANSWERABLE) return { kind: 'error', status: 500, message: 'The server had an error' };
    const delayMs = question === SLOW ? 500 : 0;
    return { kind: 'reply', text: 'Paris.', usage: { inputTokens: 1000, outputTokens: 100 }, delayMs };
  });
}
