import type { IExecuteFunctions, WorkflowExecuteMode } from 'n8n-workflow';
import { nodeContext, nodeNamed, type ContextOptions } from './nodeContext';

export interface TenantContextOptions extends ContextOptions {
  /** The type of the node as n8n knows it. */
  readonly type: string;
  /** The workflow's own, as n8n loads it; that of a new workflow when left out. */
  readonly staticData?: Record<string, unknown>;
  /** A workflow of its own when left out. */
  readonly workflowId?: string;
  readonly mode?: WorkflowExecuteMode;
}

let workflows = 0;

/** What a node that keeps tenants in static data sees of n8n. */
export function tenantContext(options: TenantContextOptions): IExecuteFunctions {
  const { type, staticData = {}, workflowId = `workflow-${String(++workflows)}`, mode = 'webhook' } = options;
  return Object.assign(nodeContext(options), {
    getNode: () => nodeNamed('Node', `n8n-nodes-cascadeflow.${type}`),
    getWorkflow: () => ({ id: workflowId, name: 'Workflow', active: true }),
    getWorkflowStaticData: () => staticData,
    getMode: () => mode,
    getExecutionContext: () => undefined,
  });
}
