import { N8nApi, type Owner } from '../../../scripts/n8n/api.mts';

/** Where the one n8n of the run is, from the setup to the tests' own processes. */
const ADDRESS = 'CASCADEFLOW_E2E_N8N_URL';

export const owner: Owner = {
  email: 'owner@example.com',
  password: 'Cascade-e2e-1',
  firstName: 'Olive',
  lastName: 'Owner',
};

export function announce(url: string): void {
  process.env[ADDRESS] = url;
}

/** @throws Error when the setup has not started one */
export function n8nUrl(): string {
  const url = process.env[ADDRESS];
  if (url === undefined) throw new Error('No n8n was started for these tests');
  return url;
}

export function signIn(): Promise<N8nApi> {
  return N8nApi.signIn(n8nUrl(), owner);
}
