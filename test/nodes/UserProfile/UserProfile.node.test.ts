import { describe, expect, it } from '@jest/globals';
import type { NodeExecutionHint } from 'n8n-workflow';
import { UserProfile } from '../../../nodes/UserProfile/UserProfile.node';
import { tenantContext, type TenantContextOptions } from '../../support/tenantContext';

const run = (given: Partial<TenantContextOptions> & Pick<TenantContextOptions, 'workflowId'>) =>
  new UserProfile().execute.call(tenantContext({ type: 'userProfile', ...given }));

const workflowId = (name: string) => `user-profile-${name}`;

describe('User Profile', () => {
  it('answers an agent like anybody else', async () => {
    const type = 'userProfileTool';
    const parameters = { operation: 'changeTier', userId: 'ann', tier: 'PRO' };
    const [[item] = []] = await run({ type, parameters, workflowId: workflowId('tool') });
    expect(item?.json['profile']).toMatchObject({ userId: 'ann', tier: 'PRO', created: true });
  });

  it('keeps the workflows apart', async () => {
    const parameters = { operation: 'upsert', userId: 'ann' };
    await run({ parameters, workflowId: workflowId('one') });
    const asked = { operation: 'getAll', limit: 5 };
    expect(await run({ parameters: asked, workflowId: workflowId('two') })).toEqual([[]]);
    expect((await run({ parameters: asked, workflowId: workflowId('one') }))[0]).toHaveLength(1);
  });

  it('gives several profiles for each of several items, linked to theirs', async () => {
    const id = workflowId('many');
    for (const userId of ['ann', 'bob'])
      await run({ parameters: { operation: 'upsert', userId }, workflowId: id });
    const [results] = await run({
      parameters: { operation: 'getAll', returnAll: true },
      items: [{ json: { page: 1 } }, { json: { page: 2 } }],
      workflowId: id,
    });
    expect(results?.map(({ json, pairedItem }) => [json['page'], pairedItem])).toEqual([
      [1, { item: 0 }],
      [1, { item: 0 }],
      [2, { item: 1 }],
      [2, { item: 1 }],
    ]);
  });

  it('says what a run by hand means', async () => {
    const hints: NodeExecutionHint[] = [];
    const parameters = { operation: 'delete', userId: 'ann' };
    await run({ parameters, hints, mode: 'manual', workflowId: workflowId('hand') });
    expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('neither read nor erased')]);
  });
});
