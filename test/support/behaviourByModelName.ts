import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import type { ModelRequest } from '../../scripts/modelServer/request.mts';

const usage = { inputTokens: 1000, outputTokens: 100 };

/** The model's name says what it does, so that a workflow alone describes a test. */
const behaviours = new Map<string, Behaviour>([
  ['good', { kind: 'reply', text: 'Paris.', usage, finishReason: 'stop' }],
  ['strong', { kind: 'reply', text: 'Paris, on the Seine.', usage, finishReason: 'stop' }],
  ['refusing', { kind: 'reply', text: "I'm sorry, but I can't help with that.", usage }],
  ['cut-off', { kind: 'reply', text: 'The capital of France is', usage, finishReason: 'length' }],
  ['uncounted', { kind: 'reply', text: 'Paris.' }],
  ['silent', { kind: 'empty', missing: 'content' }],
  ['choiceless', { kind: 'empty', missing: 'choices' }],
  ['unauthorized', { kind: 'error', status: 401, message: 'Incorrect API key provided' }],
  ['forbidden', { kind: 'error', status: 403, message: 'This key may not do that' }],
  ['filtered', { kind: 'reply', text: '', usage, finishReason: 'content_filter' }],
  ['limited', { kind: 'error', status: 429, message: 'Rate limit reached', headers: { 'retry-after': '7' } }],
  ['broken', { kind: 'error', status: 500, message: 'The server had an error' }],
  ['overloaded', { kind: 'error', status: 503, message: 'The server is overloaded' }],
  ['missing', { kind: 'error', status: 404, message: 'The model does not exist' }],
  ['hanging', { kind: 'hang' }],
  ['garbling', { kind: 'malformed' }],
  ['dropping', { kind: 'reset' }],
  ['breaking', { kind: 'break', text: 'The capital of France is Paris.', how: 'reset' }],
  ['page', { kind: 'page' }],
]);

export function behaviourByModelName({ body }: ModelRequest): Behaviour {
  // The models whose prices the tests count with behave like these two.
  const name = new Map([
    ['gpt-4o-mini', 'good'],
    ['gpt-4o', 'strong'],
  ]).get(body.model);
  const behaviour = behaviours.get(name ?? body.model);
  if (!behaviour) throw new Error(`No behaviour is written for the model ${body.model}`);
  return behaviour;
}
