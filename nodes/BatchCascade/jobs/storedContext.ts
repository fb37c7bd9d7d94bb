import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { StoredQueries } from './storedQueries';

/** The context as it was when the job was submitted: its items, and what the panel said for each of them. */
export function storedContext(context: IExecuteFunctions, { queries }: StoredQueries): IExecuteFunctions {
  const items: INodeExecutionData[] = queries.map(({ json }) => ({ json }));
  const submitted: Pick<IExecuteFunctions, 'getInputData' | 'getNodeParameter'> = {
    getInputData: () => items,
    getNodeParameter: (name: string, itemIndex: number, fallback?: unknown): never => {
      const query = queries[itemIndex];
      if (query?.fault !== undefined)
        throw new NodeOperationError(context.getNode(), query.fault, { itemIndex });
      // The store is the one that the job was found in.
      const value =
        name === 'storage' ? context.getNodeParameter(name, 0, fallback) : query?.parameters.get(name);
      return (value ?? fallback) as never;
    },
  };
  return Object.assign(Object.create(context) as IExecuteFunctions, submitted);
}
