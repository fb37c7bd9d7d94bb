import type { INodeExecutionData } from 'n8n-workflow';
import { Guardrails } from '../../../../nodes/Guardrails/Guardrails.node';
import { tenantContext, type TenantContextOptions } from '../../../support/tenantContext';

/** Runs the node with a text and parameters that are the same for all items, or each item's own. */
export function guard(given: Partial<TenantContextOptions>): Promise<INodeExecutionData[][]> {
  return new Guardrails().execute.call(tenantContext({ type: 'guardrails', ...given }));
}

/** What the node says of its first item, by whichever output that leaves. */
export async function reportOf(given: Partial<TenantContextOptions>): Promise<Record<string, unknown>> {
  const [item] = (await guard(given)).flat();
  return Object(item?.json['guardrails']) as Record<string, unknown>;
}
