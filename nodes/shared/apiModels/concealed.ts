import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { asRecord, recordIn } from '../shape';

/** Shorter ones would also be found where they are no secret. */
const SHORTEST_SECRET = 4;

/** What a provider says, without the secrets of the credential that some servers repeat when they refuse them. */
export function concealed(said: unknown, secrets: ICredentialDataDecryptedObject): unknown {
  const json = JSON.stringify(said) as string | undefined;
  if (json === undefined) return said;
  return JSON.parse(
    secretsIn(secrets).reduce((text, secret) => text.replaceAll(inJson(secret), '…'), json),
  ) as unknown;
}

/** The key, and the values of the extra headers. */
function secretsIn(credential: ICredentialDataDecryptedObject): string[] {
  const { headers } = recordIn(credential, 'extraHeaders');
  const values = Array.isArray(headers) ? headers.map((row: unknown) => asRecord(row)['value']) : [];
  return [credential['apiKey'], ...values].filter(
    (value): value is string => typeof value === 'string' && value.length >= SHORTEST_SECRET,
  );
}

/** As it stands inside a text of JSON. */
function inJson(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}
