import { randomUUID } from 'node:crypto';
import { withCredentials, type Example } from '../../../../scripts/examples/example.mts';
import type { Credential, N8nApi } from '../../../../scripts/n8n/api.mts';
import type { Execution } from '../../../../scripts/n8n/execution.mts';
import { post, type Answer } from '../../../../scripts/support/post.mts';
import { n8nUrl } from '../sharedN8n';
import { changed, having } from './changes';

/** What the examples' webhooks ask for. */
export const APPLICATION_KEY = { name: 'X-Api-Key', value: 'a-key-of-the-application' } as const;

/** A published example whose webhook is the node Ask. */
export interface Published {
  ask(body: unknown): Promise<Answer>;
  lastExecution(): Promise<Execution>;
  /** What the last execution failed with. */
  lastFailure(): Promise<string | undefined>;
}

/** Publishes it under a path of its own, since no two workflows can share one. */
export async function publish(
  api: N8nApi,
  example: Example,
  credentials: ReadonlyMap<string, Credential>,
): Promise<Published> {
  const path = `ask-${randomUUID()}`;
  const elsewhere = changed(example, { Ask: having({ path }) });
  const { id } = await api.createWorkflow(withCredentials(elsewhere, credentials));
  await api.publish(id);
  const key = { [APPLICATION_KEY.name]: APPLICATION_KEY.value };
  const lastExecution = async () => {
    const [last] = await api.executions(id, 1);
    if (!last) throw new Error(`The workflow ${id} was not executed`);
    return await api.execution(last.id);
  };
  return {
    ask: (body) => post(`${n8nUrl()}/webhook/${path}`, body, key),
    lastExecution,
    lastFailure: async () => (await lastExecution()).data.resultData.error?.message,
  };
}
