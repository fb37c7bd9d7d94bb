import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INodeTypeDescription } from 'n8n-workflow';
import { exampleFiles, readExample, type ExampleNode } from '../../scripts/examples/example.mts';
import { importExample } from '../../scripts/examples/importExample.mts';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { nodeFaults } from '../support/nodeFaults';
import { installedNodes } from './support/installedNodes';
import { outputOf } from './support/outputOf';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(120_000);

const TRIGGER = "When clicking 'Execute workflow'";

let api: N8nApi;
let nodeTypes: readonly INodeTypeDescription[];

beforeAll(async () => {
  api = sharedN8n();
  nodeTypes = await installedNodes();
});

it.each(exampleFiles())(
  'the example %s has only nodes, versions and parameters that this n8n has',
  (file) => {
    const faults = readExample(file).nodes.flatMap((node) => {
      const description = descriptionOf(node);
      if (!description) return [`${node.name}: there is no ${node.type} ${String(node.typeVersion)}`];
      return nodeFaults(node, description).map((fault) => `${node.name}: ${fault}`);
    });
    expect(faults).toEqual([]);
  },
);

function descriptionOf({ type, typeVersion }: ExampleNode): INodeTypeDescription | undefined {
  return nodeTypes.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));
}

async function runByHand(file: string) {
  const id = await importExample(api, file);
  const execution = await api.execution(await api.runManually(id, TRIGGER));
  expect(execution.status).toBe('success');
  return execution;
}

describe('five-tiers', () => {
  it('lets a user of each tier do what the tier allows', async () => {
    const execution = await runByHand('tenants/five-tiers.json');
    expect(outputOf(execution, 'Check and Count', 0)).toHaveLength(58);
    expect(outputOf(execution, 'Check and Count', 1)).toMatchObject([
      { tier: 'FREE', request: 11, rateLimit: { allowed: false, limitType: 'hourly' } },
      { tier: 'FREE', request: 12, rateLimit: { allowed: false, limitType: 'hourly' } },
    ]);
    const row = (
      tier: string,
      allowed: number,
      limits: readonly (number | null)[],
      dollarsLeft: number | null,
    ) => {
      const [requestsPerHour, requestsPerDay, dollarsPerDay] = limits;
      return { tier, asked: 12, allowed, requestsPerHour, requestsPerDay, dollarsPerDay, dollarsLeft };
    };
    expect(outputOf(execution, 'Side by Side')).toEqual([
      row('FREE', 10, [10, 100, 0.1], 0.06),
      row('STARTER', 12, [100, 1000, 5], 4.952),
      row('PRO', 12, [500, 5000, 50], 49.952),
      row('BUSINESS', 12, [2000, 20_000, 200], 199.952),
      row('ENTERPRISE', 12, [null, null, null], null),
    ]);
  });
});

describe('profile-basics', () => {
  it('creates, gets, changes, lists, exports and deletes', async () => {
    const execution = await runByHand('tenants/profile-basics.json');
    const profiles = (node: string) => outputOf(execution, node).map(({ profile }) => profile);
    const alice = {
      userId: 'alice',
      tier: 'STARTER',
      limits: { dailyBudget: 2.5 },
      preferences: { preferredModels: ['gpt-4o-mini', 'gpt-4o'] },
      metadata: { team: 'support' },
      effectiveLimits: { requestsPerHour: 100, requestsPerDay: 1000, dailyBudget: 2.5 },
    };
    expect(profiles('Create')).toMatchObject([
      { ...alice, created: true },
      { userId: 'bob', tier: 'PRO' },
    ]);
    expect(profiles('Get')).toMatchObject([
      alice,
      { userId: 'bob', tier: 'PRO', metadata: { team: 'sales' } },
    ]);
    const business = [
      { ...alice, tier: 'BUSINESS', effectiveLimits: { requestsPerHour: 2000, dailyBudget: 2.5 } },
      { userId: 'bob', tier: 'BUSINESS' },
    ];
    expect(profiles('Change Tier')).toMatchObject(business);
    expect(profiles('Users of the Tier')).toMatchObject(business);
    expect(profiles('Export')).toMatchObject([
      { userId: 'alice', usage: { hourly: { used: 0, limit: 2000 } } },
      { userId: 'bob' },
    ]);
    expect(profiles('Delete')).toEqual([
      { userId: 'alice', deleted: true },
      { userId: 'bob', deleted: true },
    ]);
  });
});
