import type { INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod/v3';
import { n8nUrl, sharedN8n } from './sharedN8n';

const descriptionSchema = z.custom<INodeTypeDescription>(
  (given) => z.object({ name: z.string(), properties: z.array(z.unknown()) }).safeParse(given).success,
);

/** All nodes that n8n offers, as its editor learns of them: an entry for each description, which may be of many versions. */
export async function installedNodes(): Promise<readonly INodeTypeDescription[]> {
  const response = await fetch(`${n8nUrl()}/types/nodes.json`, { headers: { cookie: sharedN8n().login } });
  return z.array(descriptionSchema).parse(await response.json());
}
