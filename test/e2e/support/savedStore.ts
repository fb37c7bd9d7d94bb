import { randomUUID } from 'node:crypto';
import { z } from 'zod/v3';
import { StaticDataStore } from '../../../core';
import type { N8nApi } from '../../../scripts/n8n/api.mts';

const staticDataSchema = z.object({ global: z.record(z.unknown()) });

/** What n8n's database holds of a workflow's users at this moment; nothing before the first save. */
export async function savedStore(api: N8nApi, workflowId: string): Promise<StaticDataStore> {
  const { staticData } = await api.getWorkflow(workflowId);
  const saved = staticDataSchema.safeParse(staticData);
  // Another id, so that it is read and not taken for a workflow that is live in this process.
  return new StaticDataStore({ workflowId: randomUUID(), staticData: saved.data?.global ?? {} });
}
