import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { RedisOptions } from '../../../core';

export const REDIS_CREDENTIAL = 'cascadeRedisApi';

const fields = new Map([
  ['host', 'Host'],
  ['port', 'Port'],
  ['username', 'User'],
  ['password', 'Password'],
  ['database', 'Database Number'],
  ['tls.ca', 'CA Certificate'],
  ['prefix', 'Key Prefix'],
]);

/** What the credential calls an option of core. */
export function redisFieldOf(option: string): string {
  return `Cascade Redis API: ${fields.get(option) ?? option}`;
}

/** A credential in the words of core, which checks it: its fields may be expressions, so that any may hold anything. */
export function redisOptionsOf(credential: ICredentialDataDecryptedObject): RedisOptions {
  const { host, port, user, password, database, ssl, ca, ignoreSslIssues, cluster, prefix } = credential;
  return {
    host: textOf(host),
    port: numberOf(port),
    username: textOf(user),
    password: textOf(password),
    // In cluster mode the number is out of sight, and still kept.
    database: cluster === true ? 0 : numberOf(database),
    tls: ssl === true && { rejectUnauthorized: ignoreSslIssues !== true, ca: textOf(ca) },
    cluster: cluster === true,
    prefix: textOf(prefix),
  };
}

/** Texts lose the blanks that are pasted along with them. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function numberOf(value: unknown): number {
  return textOf(value) === '' ? NaN : Number(value);
}
