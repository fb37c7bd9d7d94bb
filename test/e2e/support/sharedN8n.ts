import { N8nApi, type Owner } from '../../../scripts/n8n/api.mts';

/** Where the one n8n of the run is, and its owner's login: from the setup to the tests' own processes. */
const ADDRESS = 'CASCADEFLOW_E2E_N8N_URL';
const LOGIN = 'CASCADEFLOW_E2E_N8N_LOGIN';

export const owner: Owner = {
  email: 'owner@example.com',
  password: 'Cascade-e2e-1',
  firstName: 'Olive',
  lastName: 'Owner',
};

export function announce(url: string, { login }: N8nApi): void {
  process.env[ADDRESS] = url;
  process.env[LOGIN] = login;
}

export function n8nUrl(): string {
  return announced(ADDRESS);
}

/** n8n, with the owner logged in. */
export function sharedN8n(): N8nApi {
  return N8nApi.resume(announced(ADDRESS), announced(LOGIN));
}

/** @throws Error when the setup has not started an n8n */
function announced(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error('No n8n was started for these tests');
  return value;
}
