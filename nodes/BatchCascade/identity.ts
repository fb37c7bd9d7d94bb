import { hash } from 'node:crypto';
import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { asRecord } from '../shared/shape';
import { imageFields } from './images';
import { optionsBesideAnswer, queryParameterNames } from './parameters';

/** So many are read before the rest of n8n has its turn. */
const AT_ONCE = 100;

/**
 * What tells the query of each item from others: the same text for another user, with another image or with another
 * threshold is another query.
 */
export async function identitiesOf(context: IExecuteFunctions): Promise<string[]> {
  const identities: string[] = [];
  for (const itemIndex of context.getInputData().keys()) {
    if (itemIndex % AT_ONCE === AT_ONCE - 1) await sleep(0);
    // What is wrong with an item is told when it is run: until then it equals no other.
    const whole = await identityOf(context, itemIndex).catch(() => ['item', itemIndex]);
    identities.push(digestOf(JSON.stringify(whole)));
  }
  return identities;
}

async function identityOf(context: IExecuteFunctions, itemIndex: number): Promise<unknown[]> {
  const { options, ...parameters } = readQuery(context, itemIndex);
  const images = options['passImages'] === false ? [] : await imagesOf(context, itemIndex);
  return [parameters, decisive(options), images];
}

function readQuery(
  context: IExecuteFunctions,
  itemIndex: number,
): Record<string, unknown> & { readonly options: Record<string, unknown> } {
  const values = queryParameterNames.map((name) => [name, context.getNodeParameter(name, itemIndex, null)]);
  const parameters = asRecord(Object.fromEntries(values));
  return { ...parameters, options: asRecord(parameters['options']) };
}

function decisive(options: Record<string, unknown>): [name: string, value: unknown][] {
  return Object.entries(options)
    .filter(([name]) => !optionsBesideAnswer.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

async function imagesOf(context: IExecuteFunctions, itemIndex: number): Promise<string[]> {
  const digests: string[] = [];
  // One after the other: they are large.
  for (const field of imageFields(context.getInputData()[itemIndex] ?? {})) {
    digests.push(digestOf(await context.helpers.getBinaryDataBuffer(itemIndex, field)));
  }
  return digests;
}

function digestOf(content: string | Buffer): string {
  return hash('sha256', content, 'base64url');
}
