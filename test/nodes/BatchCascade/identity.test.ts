import { describe, expect, it } from '@jest/globals';
import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { identitiesOf } from '../../../nodes/BatchCascade/identity';
import { nodeContext } from '../../support/nodeContext';

const same = { text: 'Hi', userId: 'ann', preset: 'balanced', options: { qualityThreshold: 0.5 } };

/** Images are their own content here, as base64. */
function contextOf(
  parameters: readonly Readonly<Record<string, unknown>>[],
  items: readonly INodeExecutionData[] = parameters.map(() => ({ json: {} })),
): IExecuteFunctions {
  return Object.assign(nodeContext({ parameters, items }), {
    helpers: {
      getBinaryDataBuffer: (itemIndex: number, field: string) =>
        Promise.resolve(Buffer.from(items[itemIndex]?.binary?.[field]?.data ?? '', 'base64')),
    },
  });
}

/** Whether two items ask the same. */
async function areSame(one: object, other: object): Promise<boolean> {
  const [first, second] = await identitiesOf(
    contextOf([
      { ...same, ...one },
      { ...same, ...other },
    ]),
  );
  return first === second;
}

async function areSameWith(
  one: IBinaryKeyData,
  other: IBinaryKeyData,
  options: object = {},
): Promise<boolean> {
  const items = [one, other].map((binary) => ({ json: {}, binary }));
  const [first, second] = await identitiesOf(
    contextOf(
      [
        { ...same, options },
        { ...same, options },
      ],
      items,
    ),
  );
  return first === second;
}

const image = (data: string, mimeType = 'image/png') => ({ photo: { data, mimeType } });

describe('what tells a query from others', () => {
  it.each<[string, unknown]>([
    ['text', 'Bye'],
    ['userId', 'bob'],
    ['preset', 'costSaver'],
    ['models', ['a', 'b']],
    ['guardrails', { refuseQueries: ['pii'] }],
    ['apply', ['limits']],
    ['profile', { tier: 'PRO' }],
    ['options', { qualityThreshold: 0.6 }],
    ['options', { qualityThreshold: 0.5, systemMessage: 'Be brief.' }],
    ['options', {}],
  ])('is another %s: %j', async (name, value) => {
    expect(await areSame({}, { [name]: value })).toBe(false);
  });

  it.each([
    { qualityThreshold: 0.5, maxBatchCostUsd: 5 },
    { qualityThreshold: 0.5, totalMinutes: 5, stopOnError: true },
    { qualityThreshold: 0.5, retries: 9, timeoutSeconds: 9 },
    { qualityThreshold: 0.5, reservationId: 'r2', estimatedCost: 1 },
    { returnTrace: true, qualityThreshold: 0.5, includeInputFields: false },
  ])('is not what changes no answer: %j', async (options) => {
    expect(await areSame({}, { options })).toBe(true);
  });

  it('is the image of an item, unless no model sees it', async () => {
    expect(await areSameWith(image('aGk='), image('aGk='))).toBe(true);
    expect(await areSameWith(image('aGk='), image('aG8='))).toBe(false);
    expect(await areSameWith(image('aGk='), {})).toBe(false);
    expect(await areSameWith(image('aGk='), image('aG8='), { passImages: false })).toBe(true);
    expect(await areSameWith(image('aGk=', 'text/plain'), image('aG8=', 'text/plain'))).toBe(true);
  });

  it('is the item itself where a parameter cannot be read', async () => {
    const context = contextOf([same, same, same]);
    const failing = Object.assign(Object.create(context) as IExecuteFunctions, {
      getNodeParameter: (name: string, itemIndex: number, fallback?: object): unknown => {
        if (itemIndex < 2 && name === 'text') throw new Error('The expression fails');
        return context.getNodeParameter(name, itemIndex, fallback);
      },
    });
    expect(new Set(await identitiesOf(failing)).size).toBe(3);
  });

  it('tells nothing of the query', async () => {
    const identities = await identitiesOf(contextOf([same]));
    expect(identities).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
  });

  it('lets the rest of n8n have its turn among many items', async () => {
    let turns = 0;
    const turn = setInterval(() => {
      turns += 1;
    }, 0);
    await identitiesOf(contextOf(Array.from({ length: 1000 }, () => same)));
    clearInterval(turn);
    expect(turns).toBeGreaterThan(3);
  });
});
