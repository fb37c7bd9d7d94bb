import path from 'node:path';
import type {
  ICredentialDataDecryptedObject,
  INode,
  INodeParameters,
  INodeType,
  IRun,
  NodeExecutionHint,
  OnError,
  WorkflowExecuteMode,
} from 'n8n-workflow';
import { runWorkflow } from './runWorkflow';
import type { SavedWorkflow } from './savedWorkflow';
import { ItemSource } from './testNodes';

export interface TenantCase {
  items: readonly unknown[];
  parameters?: INodeParameters;
  onError?: OnError;
  mode?: WorkflowExecuteMode;
  /** A workflow of its own when left out. */
  saved?: SavedWorkflow;
  /** A Cascade Redis API credential. */
  credential?: ICredentialDataDecryptedObject;
}

/** The node under test in these workflows. */
export const NODE = 'Node';

/** Items -> the node as it is shipped: compiled, with the bundled core. */
export async function runTenantNode(
  type: 'RateLimitCheck' | 'UserProfile',
  { items, parameters = {}, onError, ...run }: TenantCase,
): Promise<IRun> {
  const file = path.resolve(`dist/nodes/${type}/${type}.node.js`);
  const compiled = (await import(file)) as Record<string, new () => INodeType>;
  const NodeType = compiled[type];
  if (!NodeType) throw new Error(`${file} has no ${type}`);
  return await runWorkflow({
    ...run,
    nodes: [
      node('Items', 'itemSource', { items: JSON.stringify(items) }),
      {
        ...node(NODE, type, parameters),
        ...(onError ? { onError } : {}),
        ...(run.credential ? { credentials: { cascadeRedisApi: { id: '1', name: 'Redis' } } } : {}),
      },
    ],
    connections: { Items: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
    nodeTypes: new Map<string, INodeType>([
      ['itemSource', new ItemSource()],
      [type, new NodeType()],
    ]),
    startNode: 'Items',
  });
}

/** What the panel shows beside the items of the node's last run. */
export function hintsOf(run: IRun): NodeExecutionHint[] {
  return run.data.resultData.runData[NODE]?.at(-1)?.hints ?? [];
}

function node(name: string, type: string, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
