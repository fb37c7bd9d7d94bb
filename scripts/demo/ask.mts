import { z } from 'zod/v3';
import type { N8nApi } from '../n8n/api.mts';
import type { Stage } from './stage.mts';
import { WEBHOOK_PATH } from './workflow.mts';

/** The part of the node's output (`output` and `cascade`) that the table shows. Amounts are US dollars. */
const outcomeSchema = z.object({
  output: z.string().min(1),
  cascade: z.object({
    modelUsed: z.string(),
    escalated: z.boolean(),
    direct: z.boolean(),
    reason: z.string(),
    confidence: z.number().nullable(),
    costUsd: z.number().nullable(),
    baselineCostUsd: z.number().nullable(),
    savedUsd: z.number().nullable(),
  }),
});

export type Cascade = z.output<typeof outcomeSchema>['cascade'];

/** What became of one query. */
export type Outcome =
  | { readonly kind: 'answered'; readonly query: string; readonly cascade: Cascade }
  | { readonly kind: 'failed'; readonly query: string; readonly message: string };

/** Sends a query to the demo's webhook. */
export async function ask({ api, workflowId }: Stage, query: string): Promise<Outcome> {
  const { status, body } = await api.callWebhook(WEBHOOK_PATH, { query });
  if (status !== 200) return { kind: 'failed', query, message: await whyItFailed(api, workflowId) };
  const outcome = outcomeSchema.safeParse(body);
  return outcome.success
    ? { kind: 'answered', query, cascade: outcome.data.cascade }
    : { kind: 'failed', query, message: `the webhook answered ${JSON.stringify(body).slice(0, 200)}` };
}

/** n8n tells the webhook's caller nothing; the execution knows. */
async function whyItFailed(api: N8nApi, workflowId: string): Promise<string> {
  const [last] = await api.executions(workflowId, 1);
  if (last === undefined) return 'the workflow did not run';
  const { data, status } = await api.execution(last.id);
  const { error } = data.resultData;
  if (error === undefined) return `the execution ended as "${status}"`;
  return [error.message, error.description].filter(Boolean).join(': ');
}
