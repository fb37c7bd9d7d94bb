import type { IExecuteFunctions } from 'n8n-workflow';
import { CascadeError, RedisStore } from '../../../core';
import { labelled } from '../tenants/labelled';
import { REDIS_CREDENTIAL, redisFieldOf, redisOptionsOf } from './redisApi';

/**
 * A store in the Redis that the node's credential leads to. All of this process that use the same server share one
 * connection, which closes by itself when it is idle: nobody has to close the store.
 *
 * @throws {CascadeError} when no credential is chosen
 * @throws {InvalidParameterError} when one of its fields is not what it should be
 */
export async function openRedisStore(context: IExecuteFunctions): Promise<RedisStore> {
  if (!context.getNode().credentials?.[REDIS_CREDENTIAL]) {
    throw new CascadeError('No Cascade Redis API credential is chosen', {
      code: 'NO_CREDENTIAL',
      hint: 'Choose one below Store Data In, or store data in Workflow Static Data.',
    });
  }
  const credential = await context.getCredentials(REDIS_CREDENTIAL, 0);
  return labelled(redisFieldOf, () => new RedisStore(redisOptionsOf(credential)));
}
