import type { ISupplyDataFunctions } from 'n8n-workflow';
import { nodeNamed } from '../../../support/nodeContext';

/** A run of the node as n8n keeps it. */
export interface KeptRun {
  readonly input: unknown;
  output?: unknown;
}

/** A sub-node whose runs n8n keeps: what it is asked, and what it answers or fails with. */
export function loggingContext(): {
  readonly context: ISupplyDataFunctions;
  readonly runs: readonly KeptRun[];
} {
  const runs: KeptRun[] = [];
  const context = {
    getNode: () => nodeNamed('Cascade Chat Model', 'n8n-nodes-cascadeflow.cascadeChatModel'),
    addInputData: (_type: string, input: unknown) => ({ index: runs.push({ input }) - 1 }),
    addOutputData: (_type: string, index: number, output: unknown) => {
      Object.assign(runs[index] ?? {}, { output });
    },
  };
  return { context: context as unknown as ISupplyDataFunctions, runs };
}
