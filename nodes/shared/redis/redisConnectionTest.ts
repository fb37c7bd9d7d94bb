import type { ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { asError, CascadeError, InvalidParameterError, probeRedis, type RedisIdentity } from '../../../core';
import { redisFieldOf, redisOptionsOf } from './redisApi';

/** n8n's test of a Cascade Redis API credential: connects, and tries out what the nodes need of the server. */
export function redisConnectionTest({
  data = {},
}: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
  return probeRedis(redisOptionsOf(data)).then(
    (identity) => ({ status: 'OK', message: `Connected to ${titleOf(identity)}` }),
    (error: unknown) => ({ status: 'Error', message: explanationOf(error) }),
  );
}

/** Like `Redis 7.2.4`. */
function titleOf({ name = 'redis', version = '' }: RedisIdentity): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${version}`.trim();
}

function explanationOf(error: unknown): string {
  const { message } =
    error instanceof InvalidParameterError ? error.renamed(redisFieldOf(error.parameter)) : asError(error);
  const hint = CascadeError.is(error) ? error.hint : undefined;
  return hint === undefined ? message : `${message}. ${hint}`;
}
