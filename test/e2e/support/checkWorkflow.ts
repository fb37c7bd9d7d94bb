import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeCredentials, INodeParameters } from 'n8n-workflow';
import type { Credential, N8nApi } from '../../../scripts/n8n/api.mts';
import { post, type Answer } from '../../../scripts/support/post.mts';

/** How many requests an hour the workflow lets in, and what it records for each, in US dollars. */
export const LIMIT = 50;
export const COST_USD = 0.001;

export interface CheckWorkflow {
  readonly id: string;
  /** 200 when the request was let in, 429 when it was refused, 500 when the check failed; the body is the item. */
  readonly call: (userId: string, whenUnavailable?: 'allow' | 'fail' | 'refuse') => Promise<Answer>;
}

export interface CheckOptions {
  /** Where the counts are kept; in static data when left out. */
  readonly redis?: Credential;
  /** Whether a request that is let in works for a moment and settles, before it is answered. */
  readonly settles?: boolean;
}

/** Webhook -> Rate Limit Check (-> Wait -> Record Cost) -> an answer with the item. */
export async function publishCheck(
  api: N8nApi,
  url: string,
  { redis, settles = false }: CheckOptions = {},
): Promise<CheckWorkflow> {
  const path = `check-${randomUUID()}`;
  const credentials: INodeCredentials = redis ? { cascadeRedisApi: { id: redis.id, name: redis.name } } : {};
  const storage = redis ? 'redis' : 'staticData';
  const working: readonly INode[] = settles
    ? [
        node('Work', 'n8n-nodes-base.wait', 1.1, { amount: 0.05, unit: 'seconds' }),
        { ...node('Record', CHECK, 1, { operation: 'recordCost', cost: COST_USD, storage }), credentials },
      ]
    : [];
  const allowed = [...working.map(({ name }) => name), 'Answer 200'];
  const { id } = await api.createWorkflow({
    name: path,
    nodes: [
      webhook(path),
      { ...node('Check', CHECK, 1, { ...checking, storage }), credentials, onError: 'continueErrorOutput' },
      ...working,
      ...[200, 429, 500].map(answer),
    ],
    connections: {
      ...chain('Webhook', 'Check'),
      ...chain(...allowed),
      Check: { main: [...allowed.slice(0, 1), 'Answer 429', 'Answer 500'].map(to) },
    },
  });
  await api.publish(id);
  return {
    id,
    call: (userId, whenUnavailable = 'fail') => post(`${url}/webhook/${path}`, { userId, whenUnavailable }),
  };
}

const CHECK = 'n8n-nodes-cascadeflow.rateLimitCheck';

const checking: INodeParameters = {
  operation: 'checkAndCount',
  userId: '={{ $json.body.userId }}',
  profileFrom: 'define',
  tier: 'PRO',
  limits: { requestsPerHour: LIMIT },
  options: { whenUnavailable: '={{ $json.body.whenUnavailable }}', includeInputFields: false },
};

function webhook(path: string): INode {
  const parameters = { httpMethod: 'POST', path, responseMode: 'responseNode', options: {} };
  return { ...node('Webhook', 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}

function answer(code: number): INode {
  const parameters = { respondWith: 'firstIncomingItem', options: { responseCode: code } };
  return node(`Answer ${String(code)}`, 'n8n-nodes-base.respondToWebhook', 1.5, parameters);
}

/** Nobody looks at it. */
function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

function chain(...names: readonly string[]): IConnections {
  return Object.fromEntries(names.slice(1).map((name, index) => [names[index] ?? '', { main: [to(name)] }]));
}

function to(name: string) {
  return [{ node: name, type: 'main' as const, index: 0 }];
}
