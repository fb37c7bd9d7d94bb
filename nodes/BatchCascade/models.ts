import { ExpressionError, type IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameterError } from '../../core';
import { cascadeModels } from '../shared/cascade/cascadeModels';

/**
 * Models that are not connected and a credential that is not chosen are faults of the node, not of a query.
 *
 * @throws {NodeOperationError}
 */
export async function requireModels(context: IExecuteFunctions): Promise<void> {
  if (context.getInputData().length === 0) return;
  await cascadeModels(context, { itemIndex: 0, prices: new Map() }).catch((error: unknown) => {
    // What is wrong with the parameters of the first item may be right with those of the next.
    if (!(error instanceof InvalidParameterError || error instanceof ExpressionError)) throw error;
  });
}

/** @throws {InvalidParameterError} when the models are connected ones */
export function requireApi(context: IExecuteFunctions): void {
  const source: unknown = context.getNodeParameter('modelSource', 0, 'api');
  if (source === 'api') return;
  throw new InvalidParameterError('Model Source', source, 'API: connected chat models take no jobs');
}
