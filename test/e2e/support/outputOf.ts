import type { Execution } from '../../../scripts/n8n/execution.mts';

/** The items that left a node in its first run, by one of its outputs. */
export function outputOf({ data }: Execution, node: string, output = 0): readonly Record<string, unknown>[] {
  const [run] = data.resultData.runData[node] ?? [];
  return (run?.data?.['main']?.[output] ?? []).map(({ json }) => json);
}
