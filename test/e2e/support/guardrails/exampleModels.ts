import { lastTextOf } from '../../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../../scripts/modelServer/server.mts';
import { EMAIL } from './texts';

/** What the models answer something out of the ordinary to. */
export const LEAKING = 'Who runs the shop?';
export const UNANSWERABLE = 'What is the capital of Atlantis?';

const PLACEHOLDER = /\[[A-Z_]+_\d+\]/g;

/** The models that the examples ask: they write to whoever the question has placeholders for. */
export function startExampleModels(): Promise<ModelServer> {
  return ModelServer.start(({ body }) => {
    const question = lastTextOf('user', body);
    if (question === UNANSWERABLE) return { kind: 'error', status: 500, message: 'The server had an error' };
    return { kind: 'reply', text: answerTo(question), usage: { inputTokens: 100, outputTokens: 10 } };
  });
}

function answerTo(question: string): string {
  if (question === LEAKING) return `The shop is run by Jane Doe, ${EMAIL}.`;
  const placeholders = question.match(PLACEHOLDER);
  return placeholders ? `I wrote it down: ${placeholders.join(' and ')}.` : 'Paris.';
}

/** All that reached the models, as text. */
export function seenBy(models: ModelServer): string {
  return JSON.stringify(models.requests.map(({ body }) => body));
}
