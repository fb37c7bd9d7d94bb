import { randomUUID } from 'node:crypto';
import { readExample, withCredentials } from '../../../../scripts/examples/example.mts';
import type { Credential, N8nApi } from '../../../../scripts/n8n/api.mts';
import { post, type Answer } from '../../../../scripts/support/post.mts';
import { changed, having, type Change } from '../profiles/changes';
import { n8nUrl } from '../sharedN8n';

const TRIGGER = 'When chat message received';

export interface PublishedChat {
  readonly id: string;
  /** Where messages go, as `chatMessage` makes them. */
  readonly url: string;
  /** Says something as n8n's chat window does. */
  say(chatInput: string, sessionId?: string): Promise<Answer>;
}

/**
 * Publishes an example that begins with a chat, and makes the chat public.
 *
 * @param file below the folder `examples`
 */
export async function publishChat(
  api: N8nApi,
  file: string,
  credentials: ReadonlyMap<string, Credential>,
  changes: Readonly<Record<string, Change>> = {},
): Promise<PublishedChat> {
  const example = changed(readExample(file), {
    ...changes,
    [TRIGGER]: having({ public: true, mode: 'webhook' }),
  });
  const { nodes, ...workflow } = withCredentials(example, credentials);
  const webhookId = randomUUID();
  const { id } = await api.createWorkflow({
    ...workflow,
    nodes: nodes.map((node) => (node.name === TRIGGER ? { ...node, webhookId } : node)),
  });
  await api.publish(id);
  const url = `${n8nUrl()}/webhook/${webhookId}/chat`;
  return {
    id,
    url,
    say: (chatInput, sessionId) => post(url, chatMessage(chatInput, sessionId)),
  };
}

/** What n8n's chat window sends. */
export function chatMessage(chatInput: string, sessionId: string = randomUUID()) {
  return { action: 'sendMessage', sessionId, chatInput };
}
