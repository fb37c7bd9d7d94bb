import type { Behaviour, ToolCall } from '../../../scripts/modelServer/behaviour.mts';
import { lastTextOf, type ModelRequest } from '../../../scripts/modelServer/request.mts';
import { behaviourByModelName } from '../../support/behaviourByModelName';

const usage = { inputTokens: 1000, outputTokens: 100 };

const reply = (text: string): Behaviour => ({ kind: 'reply', text, usage });
const calls = (...toolCalls: readonly ToolCall[]): Behaviour => ({
  kind: 'reply',
  text: '',
  toolCalls,
  usage,
});
const product = (id: string, input: string): ToolCall => ({
  id,
  name: 'Calculator',
  arguments: JSON.stringify({ input }),
});

/** What each model does before it has seen the result of a tool. */
const askingForTools = new Map<string, Behaviour>([
  ['calling', calls(product('call-1', '6 * 7'))],
  ['calling-twice', calls(product('call-1', '6 * 7'), product('call-2', '1 + 1'))],
  ['calling-nothing', calls({ id: 'call-1', name: 'no_such_tool', arguments: '{}' })],
  ['calling-badly', calls({ id: 'call-1', name: 'Calculator', arguments: '{"input": "6 *' })],
  ['calling-wrongly', calls({ id: 'call-1', name: 'Calculator', arguments: '{"formula": 42}' })],
]);

const others = new Map<string, Behaviour>([
  ['classifying', reply('{"geography": true, "cooking": false}')],
  ['extracting', reply('{"city": "Paris"}')],
  ['judging', reply('{"confidenceScore": 0.1, "flagged": false}')],
  ['rambling', reply('Well, that would be hard to say.')],
]);

/** The model's name says what it does: models that call tools, that answer in JSON, and those of `behaviourByModelName`. */
export function chatModelResponder(request: ModelRequest): Behaviour {
  const { body } = request;
  const asking = askingForTools.get(body.model);
  if (!asking) return others.get(body.model) ?? behaviourByModelName(request);
  // n8n wraps a tool's result in JSON.
  const [result] = /\d+/.exec(lastTextOf('tool', body)) ?? [];
  return result === undefined ? asking : reply(`The result is ${result}.`);
}
