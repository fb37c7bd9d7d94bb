import type { Credential, CredentialDefinition, N8nApi } from '../n8n/api.mts';
import { readExample, withCredentials } from './example.mts';

/** Saves credentials under the names that examples give them. */
export async function saveCredentials(
  api: N8nApi,
  definitions: readonly CredentialDefinition[],
): Promise<ReadonlyMap<string, Credential>> {
  const saved = await Promise.all(definitions.map((definition) => api.createCredential(definition)));
  return new Map(saved.map((credential) => [credential.name, credential]));
}

/**
 * Imports an example as it is and chooses its credentials.
 *
 * @param file below the folder `examples`
 * @returns the workflow's id
 */
export async function importExample(
  api: N8nApi,
  file: string,
  credentials: ReadonlyMap<string, Credential> = new Map(),
): Promise<string> {
  const { id } = await api.createWorkflow(withCredentials(readExample(file), credentials));
  return id;
}

/** The same, and makes its webhooks answer. */
export async function publishExample(...given: Parameters<typeof importExample>): Promise<string> {
  const [api] = given;
  const id = await importExample(...given);
  await api.publish(id);
  return id;
}
