import type { IExecuteFunctions } from 'n8n-workflow';
import { CascadeError, InvalidParameterError, StaticDataStore, type Store } from '../../../core';
import { openRedisStore } from '../redis/openRedisStore';

/**
 * The store that the panel chooses.
 *
 * @throws {InvalidParameterError} when it chooses none
 * @throws {CascadeError} when Redis is chosen without a credential, or static data cannot be used
 */
export async function openStore(context: IExecuteFunctions): Promise<Store> {
  const storage: unknown = context.getNodeParameter('storage', 0, 'staticData');
  switch (storage) {
    case 'staticData':
      return staticDataStore(context);
    case 'redis':
      return await openRedisStore(context);
    default:
      throw new InvalidParameterError('Store Data In', storage, 'one of redis, staticData');
  }
}

function staticDataStore(context: ContextOfAnyAge): StaticDataStore {
  const { id: workflowId } = context.getWorkflow();
  if (workflowId === undefined) {
    throw new CascadeError('The workflow was not saved yet', {
      code: 'WORKFLOW_NOT_SAVED',
      hint: 'Static data belongs to a saved workflow. Save it, or choose Redis.',
    });
  }
  return new StaticDataStore({
    workflowId,
    staticData: context.getWorkflowStaticData('global'),
    mode: isManual(context) ? 'manual' : 'production',
    startedAt: context.getExecutionContext?.()?.establishedAt,
  });
}

/** n8n 1.x does not say when an execution began. */
type ContextOfAnyAge = Omit<IExecuteFunctions, 'getExecutionContext'> &
  Partial<Pick<IExecuteFunctions, 'getExecutionContext'>>;

/** Runs by hand are not saved. */
export function isManual(context: Pick<IExecuteFunctions, 'getMode'>): boolean {
  return context.getMode() === 'manual';
}
